import { z } from 'zod';

/** What `client.request` takes, after jQuery's ajax. */
export const requestOptionsShape = z.looseObject({
  url: z.string(),
  type: z.string().optional(),
  method: z.string().optional(),
  data: z.unknown().optional(),
  headers: z.record(z.string(), z.coerce.string()).default({}),
  contentType: z.union([z.string(), z.boolean()]).optional(),
  dataType: z.string().optional(),
  cors: z.boolean().default(false),
  secure: z.boolean().default(false),
  jwt: z.unknown().optional(),
  autoRetry: z.boolean().default(true),
  httpCompleteResponse: z.boolean().default(false),
  timeout: z.number().positive().optional(),
});

export type RequestOptions = z.infer<typeof requestOptionsShape>;

/** A request as it leaves: data in the query or the body, as jQuery puts it. */
export interface Outgoing {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** With its content type, where there is one. */
  body: { text: string; contentType: string } | undefined;
}

export function outgoing(options: RequestOptions): Outgoing {
  const method = (options.type ?? options.method ?? 'GET').toUpperCase();
  const inQuery = method === 'GET' || method === 'HEAD';
  const text = inQuery ? undefined : bodyText(options);
  return {
    method,
    url: inQuery ? withQuery(options) : options.url,
    headers: options.headers,
    body: text === undefined ? undefined : { text, contentType: contentTypeOf(options) },
  };
}

function withQuery({ url, data }: RequestOptions): string {
  if (data === undefined || data === null) return url;
  const query = typeof data === 'string' ? data : formEncoded(data);
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function bodyText(options: RequestOptions): string | undefined {
  const { data } = options;
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return data;
  return contentTypeOf(options).includes('json') ? JSON.stringify(data) : formEncoded(data);
}

function contentTypeOf({ contentType }: RequestOptions): string {
  return typeof contentType === 'string' ? contentType : 'application/x-www-form-urlencoded; charset=UTF-8';
}

function formEncoded(data: unknown): string {
  const query = new URLSearchParams();
  const add = (name: string, value: unknown) => {
    if (Array.isArray(value)) for (const one of value) add(`${name}[]`, one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) add(`${name}[${key}]`, one);
    else query.append(name, value === null || value === undefined ? '' : String(value));
  };
  if (typeof data !== 'object' || data === null) return '';
  for (const [name, value] of Object.entries(data)) add(name, value);
  return query.toString();
}
