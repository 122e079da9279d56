import type { Control } from '../api/control.ts';
import type { AppRequest } from './host.ts';
import { type Outgoing, outgoing, type RequestOptions, requestOptionsShape } from './request-options.ts';
import { answerOf, noReply, type Reply } from './request-reply.ts';

/** How long a request may take where the app doesn't say, in milliseconds. */
const usualTimeout = 30_000;
/** How often a request is made again that the account's limit refused. */
const retries = 5;

interface RequestParts {
  fetcher: typeof fetch;
  control: Pick<Control, 'proxy'>;
  pause: (ms: number) => Promise<void>;
}

/** How an app's request leaves: to the account with the agent's session, straight with `cors`, else by the proxy. */
export function createAppRequest({ fetcher, control, pause }: RequestParts): AppRequest {
  return async (instance, raw) => {
    const parsed = requestOptionsShape.safeParse(raw);
    if (!parsed.success) return noReply('error');
    const options = parsed.data;
    const send = async () =>
      goesByProxy(options)
        ? await control.proxy(instance.app.id, proxyOptions(options))
        : await direct(fetcher, outgoing(options), options.timeout ?? usualTimeout);
    try {
      let reply = await send();
      for (let attempt = 1; attempt <= retries && isLimited(reply, options); attempt += 1) {
        await pause(secondsToWait(reply) * 1000);
        reply = await send();
      }
      return answerOf(reply, options);
    } catch (error) {
      return noReply(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'error');
    }
  };
}

function goesByProxy({ url, cors }: RequestOptions): boolean {
  return new URL(url, location.origin).origin !== location.origin && !cors;
}

/** The framework makes a request again that Zendesk's own limit refused, unless the app says `autoRetry: false`. */
function isLimited(reply: Reply, options: RequestOptions): boolean {
  return reply.status === 429 && options.autoRetry;
}

function secondsToWait({ headers }: Reply): number {
  const seconds = Number(headers['retry-after']);
  return seconds > 0 ? seconds : 1;
}

async function direct(
  fetcher: typeof fetch,
  { url, method, headers, body }: Outgoing,
  timeout: number,
): Promise<Reply> {
  const reply = await fetcher(url, {
    method,
    headers: { ...(body ? { 'content-type': body.contentType } : {}), ...headers },
    signal: AbortSignal.timeout(timeout),
    ...(body ? { body: body.text } : {}),
  });
  return {
    status: reply.status,
    statusText: reply.statusText,
    headers: Object.fromEntries(reply.headers),
    body: await reply.text(),
  };
}

/** Secrets and tokens are put in by the sandbox's server: this page never has them. */
function proxyOptions(options: RequestOptions): unknown {
  const { method, url, headers, body } = outgoing(options);
  return {
    url,
    type: method,
    headers,
    secure: options.secure,
    ...(body ? { data: body.text, contentType: body.contentType } : {}),
    ...(options.jwt === undefined ? {} : { jwt: options.jwt }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  };
}
