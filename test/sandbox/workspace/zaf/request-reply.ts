import type { AppRequest } from './host.ts';
import type { RequestOptions } from './request-options.ts';

/** A reply as it came back; `status` 0 where none did. */
export interface Reply {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

type Answer = Awaited<ReturnType<AppRequest>>;

/** What an app is answered: parsed by `dataType`, else by the content type, as jQuery does it. */
export function answerOf(reply: Reply, options: RequestOptions): Answer {
  const succeeded = (reply.status >= 200 && reply.status < 300) || reply.status === 304;
  if (!succeeded) return failed(reply, reply.statusText || 'error');
  const isJson =
    options.dataType === undefined ? hasJson(reply) : options.dataType.split(' ').at(-1) === 'json';
  if (!isJson || reply.body === '') return done(reply, options, reply.body === '' ? undefined : reply.body);
  const parsed = parsedJson(reply.body);
  return parsed === undefined ? failed(reply, 'parsererror') : done(reply, options, parsed);
}

/** Where no reply came: jQuery's `error` or `timeout`. */
export function noReply(statusText: string): Answer {
  return failed({ status: 0, statusText, headers: {}, body: '' }, statusText);
}

function done(reply: Reply, { httpCompleteResponse }: RequestOptions, data: unknown): Answer {
  const complete = { ...xhrLike(reply), responseHeaders: reply.headers };
  return { outcome: 'done', responseArgs: [httpCompleteResponse ? complete : data, 'success', complete] };
}

function failed(reply: Reply, reason: string): Answer {
  return { outcome: 'fail', responseArgs: [xhrLike(reply), 'error', reason] };
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

function hasJson({ headers }: Reply): boolean {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /[/+]json\b/i.test(type);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
