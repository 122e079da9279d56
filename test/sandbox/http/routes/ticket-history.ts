import { isAgent } from '../../account/account.ts';
import { readable } from '../../account/read-state.ts';
import type { AuditRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { commentsOf, presentAudit, presentComment } from '../../present/audit.ts';
import { presentUser } from '../../present/user.ts';
import { isArchived, isListed } from '../../tickets/archive.ts';
import { maySee } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { cursorPage, link, paged } from '../paging.ts';
import { type Call, ok, type Route } from '../route.ts';
import { commentEditRoutes } from './comment-edits.ts';

/** Audits and comments of a ticket. Audits have no scope of their own: only the global `read` reaches them. */
export function historyRoutes(route: Route, deps: ApiDeps): void {
  auditRoutes(route, deps);
  commentRoutes(route, deps);
  commentEditRoutes(route, deps);
}

function auditRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const audits = (call: Call) => {
    const state = readable(account);
    return inOrder(state.audits.get(liveTicket(state, call.id('id')).id) ?? [], call);
  };
  const present = { account, present: (audit: AuditRecord) => presentAudit(account, audit) };
  route('get', '/tickets/:id/audits', {}, (call) => {
    const all = audits(call);
    // Audits of an archived ticket come all at once, whatever page was asked for.
    if (isArchived(account, liveTicket(account, call.id('id'))))
      return ok({
        audits: all.map(present.present),
        next_page: null,
        previous_page: null,
        count: all.length,
      });
    return ok(withUsers(deps, call, { page: paged(call, 'audits', all, present), ids: authorsOf(all) }));
  });
  route('get', '/tickets/:id/audits/count', {}, (call) =>
    ok({ count: { value: audits(call).length, refreshed_at: account.stamp() } }),
  );
  route('get', '/tickets/:id/audits/:audit', {}, (call) => {
    const audit = found(audits(call).find((one) => one.id === call.id('audit')));
    return ok({ audit: presentAudit(account, audit) });
  });
  route('get', '/ticket_audits', { role: 'admin' }, (call) => {
    const state = readable(account);
    const all = [...state.tickets.values()]
      .filter((ticket) => isListed(state, ticket))
      .flatMap((ticket) => state.audits.get(ticket.id) ?? [])
      .sort((a, b) => a.id - b.id);
    return ok(withOldCursors(call, cursorPage(call, 'audits', all, present), account.origin));
  });
}

/** `/ticket_audits` names its cursors in the older way too. */
function withOldCursors(call: Call, page: ReturnType<typeof cursorPage>, origin: string) {
  const { after_cursor, before_cursor } = page.meta;
  const url = (name: string, cursor: string | null) =>
    cursor === null
      ? null
      : link(call, origin, { 'page[after]': undefined, 'page[before]': undefined, [name]: cursor });
  return {
    ...page,
    after_cursor,
    before_cursor,
    after_url: url('page[after]', after_cursor),
    before_url: url('page[before]', before_cursor),
  };
}

function commentRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/tickets/:id/comments', { scope: 'tickets', role: 'end-user' }, (call) => {
    const state = readable(account);
    const ticket = liveTicket(state, call.id('id'));
    if (!maySee(call.user, ticket)) throw forbidden();
    const seen = commentsOf(state, ticket.id).filter(
      ({ event }) => isAgent(call.user) || event.public === true,
    );
    const inline = call.query.include_inline_images === 'true';
    const page = paged(call, 'comments', inOrder(seen, call), {
      account,
      present: ({ audit, event }) => presentComment(account, audit, { event, inline }),
      order: { key: ({ event }) => [event.id], down: isDown(call) },
    });
    return ok(withUsers(deps, call, { page, ids: seen.map(({ event }) => event.author_id) }));
  });
  route('get', '/tickets/:id/comments/count', { scope: 'tickets' }, (call) => {
    const state = readable(account);
    const value = commentsOf(state, liveTicket(state, call.id('id')).id).length;
    return ok({ count: { value, refreshed_at: account.stamp() } });
  });
}

/** `include=users` brings those who wrote. */
function withUsers<Page extends object>(
  deps: ApiDeps,
  call: Call,
  { page, ids }: { page: Page; ids: readonly unknown[] },
) {
  if (!(call.query.include ?? '').split(',').includes('users')) return page;
  const users = [...new Set(ids)].flatMap((id) =>
    typeof id === 'number' ? (deps.account.users.get(id) ?? []) : [],
  );
  return { ...page, users: users.map((user) => presentUser(deps.account, user)) };
}

const authorsOf = (audits: readonly AuditRecord[]) => audits.map((audit) => audit.author_id);

/** Oldest first, unless asked otherwise in the way of either paging. */
function inOrder<Item>(items: readonly Item[], call: Call): Item[] {
  return isDown(call) ? [...items].reverse() : [...items];
}

function isDown(call: Call): boolean {
  return call.query.sort_order?.toLowerCase() === 'desc' || call.query.sort?.startsWith('-') === true;
}
