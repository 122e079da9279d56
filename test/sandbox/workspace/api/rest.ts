import { z } from 'zod';
import {
  auditShape,
  groupShape,
  macroResultShape,
  macroShape,
  organizationShape,
  ticketFieldShape,
  ticketFormShape,
  ticketShape,
  userShape,
  viewCountsShape,
  viewRowsShape,
  viewShape,
} from './shapes.ts';

/** A reply that was not 2xx: the status, the parsed body if it was JSON, and words for a person. */
export class RestError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
  constructor(status: number, body: unknown, retryAfterMs?: number) {
    super(errorText(status, body));
    this.status = status;
    this.body = body;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Rest = ReturnType<typeof createRest>;

/** Zendesk's REST as the signed-in agent, with the calls that the workspace makes. */
export function createRest(fetcher: typeof fetch) {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetcher(path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const parsed: unknown = await reply.json().catch(() => undefined);
    if (reply.ok) return parsed;
    const retryAfter = Number(reply.headers.get('retry-after'));
    throw new RestError(reply.status, parsed, retryAfter > 0 ? retryAfter * 1000 : undefined);
  };
  const get = (path: string) => call('GET', `/api/v2/${path}`);
  const list = listPages(call);
  return {
    me: async () => z.object({ user: userShape }).parse(await get('users/me.json')).user,
    user: async (id: number) => z.object({ user: userShape }).parse(await get(`users/${id}.json`)).user,
    users: () => list('users', 'users', userShape),
    groups: () => list('groups', 'groups', groupShape),
    organizations: () => list('organizations', 'organizations', organizationShape),
    ticketFields: () => list('ticket_fields', 'ticket_fields', ticketFieldShape),
    ticketForms: () => list('ticket_forms', 'ticket_forms', ticketFormShape),
    macros: async () => (await list('macros', 'macros', macroShape)).filter((macro) => macro.active),
    views: async () => (await list('views', 'views', viewShape)).filter((view) => view.active),
    tickets: () => list('tickets', 'tickets', ticketShape),
    viewRows: async (id: number) => viewRowsShape.parse(await get(`views/${id}/execute.json?per_page=100`)),
    viewCounts: async (ids: readonly number[]): Promise<[number, number][]> => {
      if (ids.length === 0) return [];
      const { view_counts } = viewCountsShape.parse(await get(`views/count_many.json?ids=${ids.join(',')}`));
      return view_counts.map(({ view_id, value }) => [view_id, value ?? 0]);
    },
    ticket: async (id: number) =>
      z.object({ ticket: ticketShape }).parse(await get(`tickets/${id}.json`)).ticket,
    audits: (id: number) => list(`tickets/${id}/audits`, 'audits', auditShape),
    applyMacro: async (ticketId: number, macroId: number) =>
      z
        .object({ result: macroResultShape })
        .parse(await get(`tickets/${ticketId}/macros/${macroId}/apply.json`)).result,
    updateTicket: async (id: number, ticket: Record<string, unknown>) =>
      z.object({ ticket: ticketShape }).parse(await call('PUT', `/api/v2/tickets/${id}.json`, { ticket }))
        .ticket,
  };
}

const pageShape = z.looseObject({
  meta: z.object({ has_more: z.boolean() }).partial().nullish(),
  links: z.object({ next: z.string().nullish() }).partial().nullish(),
});

/** All pages of a list by cursor; the link's own host is ignored, because only this origin has the session. */
function listPages(call: (method: string, path: string) => Promise<unknown>) {
  return async <Shape extends z.ZodType>(
    path: string,
    key: string,
    shape: Shape,
  ): Promise<z.infer<Shape>[]> => {
    const found: z.infer<Shape>[] = [];
    let next: string | undefined = `/api/v2/${path}.json?page[size]=100`;
    while (next !== undefined) {
      const page = pageShape.parse(await call('GET', next));
      found.push(...z.array(shape).parse(page[key]));
      const link: string | undefined = page.meta?.has_more ? (page.links?.next ?? undefined) : undefined;
      next = link && new URL(link, location.origin).href.replace(/^https?:\/\/[^/]+/, '');
    }
    return found;
  };
}

const errorShape = z.looseObject({
  error: z.union([z.string(), z.looseObject({ title: z.string(), message: z.string() })]).optional(),
  description: z.string().optional(),
  details: z.record(z.string(), z.array(z.looseObject({ description: z.string() }))).optional(),
});

function errorText(status: number, body: unknown): string {
  const parsed = errorShape.safeParse(body);
  if (!parsed.success) return `HTTP ${status}`;
  const { error, description, details } = parsed.data;
  const reasons = Object.values(details ?? {}).flatMap((list) => list.map((it) => it.description));
  if (reasons.length > 0) return reasons.join(' ');
  return description ?? (typeof error === 'string' ? error : error?.message) ?? `HTTP ${status}`;
}
