import { z } from 'zod';
import type { Control } from '../api/control.ts';
import type { AppRequest } from './host.ts';

const optionsShape = z.looseObject({
  url: z.string(),
  type: z.string().optional(),
  method: z.string().optional(),
  data: z.unknown().optional(),
  headers: z.record(z.string(), z.coerce.string()).default({}),
  contentType: z.union([z.string(), z.literal(false)]).optional(),
  dataType: z.string().optional(),
  cors: z.boolean().default(false),
  secure: z.boolean().default(false),
  jwt: z.unknown().optional(),
  httpCompleteResponse: z.boolean().default(false),
  timeout: z.number().optional(),
});

type Options = z.infer<typeof optionsShape>;

interface Reply {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/** How an app's request leaves: to the account with the agent's session, straight with `cors`, else by the proxy. */
export function createAppRequest(fetcher: typeof fetch, control: Control): AppRequest {
  return async (instance, raw) => {
    const parsed = optionsShape.safeParse(raw);
    if (!parsed.success) return failed({ status: 0, statusText: 'Bad options', headers: {}, body: '' });
    const options = parsed.data;
    try {
      const reply =
        isForeign(options.url) && !options.cors
          ? await control.proxy(instance.app.id, proxyOptions(options))
          : await direct(fetcher, options);
      return reply.status >= 200 && reply.status < 300 ? done(reply, options) : failed(reply);
    } catch (error) {
      const tooSlow = error instanceof DOMException && error.name === 'TimeoutError';
      return failed({ status: 0, statusText: tooSlow ? 'timeout' : 'error', headers: {}, body: '' });
    }
  };
}

function isForeign(url: string): boolean {
  return new URL(url, location.origin).origin !== location.origin;
}

async function direct(fetcher: typeof fetch, options: Options): Promise<Reply> {
  const method = methodOf(options);
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(options);
  const reply = await fetcher(urlOf(options, method), {
    method,
    headers: { ...typeHeader(options, body), ...options.headers },
    signal: AbortSignal.timeout(options.timeout ?? 30_000),
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: reply.status,
    statusText: reply.statusText,
    headers: Object.fromEntries(reply.headers),
    body: await reply.text(),
  };
}

function proxyOptions(options: Options): unknown {
  const method = methodOf(options);
  const data = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(options);
  return {
    url: urlOf(options, method),
    type: method,
    headers: options.headers,
    secure: options.secure,
    ...(data === undefined ? {} : { data, contentType: contentTypeOf(options) }),
    ...(options.jwt === undefined ? {} : { jwt: options.jwt }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  };
}

function methodOf(options: Options): string {
  return (options.type ?? options.method ?? 'GET').toUpperCase();
}

/** As jQuery does: the data of a GET is its query, an object elsewhere is a form unless the type is JSON. */
function urlOf(options: Options, method: string): string {
  if ((method !== 'GET' && method !== 'HEAD') || options.data === undefined) return options.url;
  const query = typeof options.data === 'string' ? options.data : formEncoded(options.data);
  return query === '' ? options.url : `${options.url}${options.url.includes('?') ? '&' : '?'}${query}`;
}

function bodyOf(options: Options): string | undefined {
  if (options.data === undefined || options.data === null) return undefined;
  if (typeof options.data === 'string') return options.data;
  return contentTypeOf(options).includes('json') ? JSON.stringify(options.data) : formEncoded(options.data);
}

function contentTypeOf(options: Options): string {
  return options.contentType || 'application/x-www-form-urlencoded; charset=UTF-8';
}

function typeHeader(options: Options, body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-type': contentTypeOf(options) };
}

function formEncoded(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      query.append(Array.isArray(value) ? `${name}[]` : name, String(one));
    }
  }
  return query.toString();
}

function done(reply: Reply, options: Options): Awaited<ReturnType<AppRequest>> {
  const json = parsedJson(reply.body);
  const isText = options.dataType !== undefined && options.dataType !== 'json';
  const answer = isText || json === undefined ? reply.body : json;
  const complete = { ...xhrLike(reply), responseHeaders: reply.headers };
  return {
    outcome: 'done',
    responseArgs: [options.httpCompleteResponse ? complete : answer, 'success', complete],
  };
}

function failed(reply: Reply): Awaited<ReturnType<AppRequest>> {
  return { outcome: 'fail', responseArgs: [xhrLike(reply), 'error', reply.statusText] };
}

function xhrLike(reply: Reply): Record<string, unknown> {
  const json = parsedJson(reply.body);
  return {
    status: reply.status,
    statusText: reply.statusText,
    responseText: reply.body,
    ...(json === undefined ? {} : { responseJSON: json }),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
