import zendesk from 'node-zendesk';
import { z } from 'zod';
import { ZendeskError } from './errors.ts';
import type { Query, ZendeskRest } from './port.ts';
import { endpointOf } from './sender.ts';
import type { Transport } from './transport.ts';

export type Client = ReturnType<typeof zendesk.createClient>;

/**
 * node-zendesk on our transport. Of the library, the addresses and bodies of requests remain: status, time-outs,
 * tokens and limits are the transport's, which throws before the library gets to see a failure.
 */
export function createClient(endpointUri: string, transport: Transport): Client {
  return zendesk.createClient({
    endpointUri,
    oauth: true,
    token: 'replaced-by-the-transport', // The library fixes the token when it is built; ours change.
    throwOriginalException: true,
    transportConfig: {
      transportFn: (
        url: string,
        { method, headers, body }: { method: string; headers: Record<string, string>; body?: string },
      ) => transport({ method, url, headers, ...(body === undefined ? {} : { body }) }),
      responseAdapter: (reply: Awaited<ReturnType<Transport>>) => ({
        json: async () => reply.body,
        status: reply.status,
        statusText: reply.status === 204 ? 'No Content' : 'OK',
        // Only what the library needs: a Retry-After would make it return an Error as data.
        headers: {
          get: (name: string) =>
            name.toLowerCase() === 'content-type' && reply.isJson ? 'application/json' : null,
        },
      }),
    },
  });
}

const page = z.looseObject({
  meta: z.object({ has_more: z.boolean().nullish(), after_cursor: z.string().nullish() }).nullish(),
  next_page: z.string().nullish(),
});

function withQuery(url: string, query: Query): string {
  const whole = new URL(url);
  for (const [name, value] of Object.entries(query)) whole.searchParams.set(name, String(value));
  return whole.href;
}

/** The address of the page after `reply`, by cursor or by the older numbered pages; undefined at the end. */
function nextUrl(url: string, endpointUri: string, reply: z.infer<typeof page>): string | undefined {
  if (reply.meta) {
    const cursor = reply.meta.has_more ? reply.meta.after_cursor : undefined;
    return cursor ? withQuery(url, { 'page[size]': 100, 'page[after]': cursor }) : undefined;
  }
  const next = reply.next_page ?? undefined;
  if (next === undefined || next.startsWith(`${endpointUri}/`)) return next;
  // The token goes to the account's own address only.
  throw new ZendeskError(
    `Zendesk's next page of ${endpointOf(url)} is at another address: check ZENDESK_URL`,
    {
      code: 'malformed',
      effect: 'none',
    },
  );
}

/** `client` must be of its own: replies stay whole with it, instead of being unwrapped by names such as `ticket`. */
export function createRest(endpointUri: string, client: Client): ZendeskRest {
  const raw = client.tickets;
  raw.jsonAPINames = [];
  const address = (path: string): string => `${endpointUri}/${path.replace(/^\/+/, '')}`;
  const result = async (sent: Promise<unknown>): Promise<unknown> => {
    const answer = await sent;
    const found =
      typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
    // What the library makes of a 204.
    return found instanceof Error ? undefined : found;
  };
  const get = (url: string) => result(raw.get(url));

  return {
    get: (path, query = {}) => get(withQuery(address(path), query)),
    post: (path, body) => result(raw.post(address(path), body)),
    put: (path, body) => result(raw.put(address(path), body)),
    delete: async (path) => {
      await raw.request('DELETE', address(path));
    },
    list: async (path, key, { query = {}, onPage = () => {} } = {}) => {
      const url = withQuery(address(path), query);
      const entries: unknown[] = [];
      let next: string | undefined = withQuery(url, { 'page[size]': 100 });
      while (next !== undefined) {
        const reply = page.safeParse(await get(next));
        const found = reply.data?.[key];
        if (!reply.success || !Array.isArray(found)) {
          throw new ZendeskError(`Zendesk's list of ${endpointOf(url)} has no ${key}`, {
            code: 'malformed',
            effect: 'none',
          });
        }
        onPage(reply.data);
        entries.push(...found);
        next = nextUrl(url, endpointUri, reply.data);
      }
      return entries;
    },
  };
}
