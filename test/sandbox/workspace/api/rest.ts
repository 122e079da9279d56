import { z } from 'zod';
import { ticketFieldShape, ticketFormShape } from './form-shapes.ts';
import { macroResultShape, macroShape } from './macro-shapes.ts';
import { RestError } from './rest-error.ts';
import { createSearches } from './rest-searches.ts';
import { type Call, createWrites } from './rest-writes.ts';
import {
  auditShape,
  brandShape,
  groupShape,
  membershipShape,
  organizationShape,
  ticketShape,
  userShape,
} from './shapes.ts';
import {
  customStatusShape,
  triggerShape,
  viewCountsShape,
  viewRowsShape,
  viewShape,
} from './shapes-set-up.ts';

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
    agents: () => list('users', 'users', userShape, '&role[]=agent&role[]=admin'),
    usersById: async (ids: readonly number[]) => {
      const hundreds = Array.from({ length: Math.ceil(ids.length / 100) }, (_, part) =>
        ids.slice(part * 100, part * 100 + 100),
      );
      const pages = await Promise.all(
        hundreds.map(async (some) =>
          z
            .object({ users: z.array(userShape) })
            .parse(await get(`users/show_many.json?per_page=100&ids=${some.join(',')}`)),
        ),
      );
      return pages.flatMap((page) => page.users);
    },
    memberships: () => list('group_memberships', 'group_memberships', membershipShape),
    groups: () => list('groups', 'groups', groupShape),
    organizations: () => list('organizations', 'organizations', organizationShape),
    brands: () => list('brands', 'brands', brandShape).catch(() => []),
    ticketFields: () => list('ticket_fields', 'ticket_fields', ticketFieldShape),
    ticketForms: () => list('ticket_forms', 'ticket_forms', ticketFormShape),
    customStatuses: async () =>
      z.object({ custom_statuses: z.array(customStatusShape) }).parse(await get('custom_statuses.json'))
        .custom_statuses,
    triggers: () => list('triggers', 'triggers', triggerShape),
    macros: async () => (await list('macros', 'macros', macroShape)).filter((macro) => macro.active),
    views: async () => (await list('views', 'views', viewShape)).filter((view) => view.active),
    viewRows: async (id: number, page: number) =>
      viewRowsShape.parse(await get(`views/${id}/execute.json?per_page=100&page=${page}`)),
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
    applyMacroToNew: async (macroId: number) =>
      z.object({ result: macroResultShape }).parse(await get(`macros/${macroId}/apply.json`)).result,
    ...createWrites(call),
    ...createSearches(get),
  };
}

const pageShape = z.looseObject({
  meta: z.object({ has_more: z.boolean() }).partial().nullish(),
  links: z.object({ next: z.string().nullish() }).partial().nullish(),
});

/** All pages of a list by cursor; the link's own host is ignored, because only this origin has the session. */
function listPages(call: Call) {
  return async <Shape extends z.ZodType>(
    path: string,
    key: string,
    shape: Shape,
    query = '',
  ): Promise<z.infer<Shape>[]> => {
    const found: z.infer<Shape>[] = [];
    let next: string | undefined = `/api/v2/${path}.json?page[size]=100${query}`;
    while (next !== undefined) {
      const page = pageShape.parse(await call('GET', next));
      found.push(...z.array(shape).parse(page[key]));
      const link: string | undefined = page.meta?.has_more ? (page.links?.next ?? undefined) : undefined;
      next = link && new URL(link, location.origin).href.replace(/^https?:\/\/[^/]+/, '');
    }
    return found;
  };
}
