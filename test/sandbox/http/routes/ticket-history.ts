import { isAgent } from '../../account/account.ts';
import type { AuditRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { commentsOf, presentAudit, presentComment } from '../../present/audit.ts';
import { presentUser } from '../../present/user.ts';
import { maySee } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, ok, type Route } from '../route.ts';

/** Audits and comments of a ticket. Audits have no scope of their own: only the global `read` reaches them. */
export function historyRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const audits = (call: Call) =>
    inOrder(account.audits.get(liveTicket(account, call.id('id')).id) ?? [], call);
  const present = { account, present: (audit: AuditRecord) => presentAudit(account, audit) };

  route('get', '/tickets/:id/audits', {}, (call) => ok(paged(call, 'audits', audits(call), present)));
  route('get', '/tickets/:id/audits/count', {}, (call) =>
    ok({ count: { value: audits(call).length, refreshed_at: account.stamp() } }),
  );
  route('get', '/tickets/:id/audits/:audit', {}, (call) => {
    const audit = found(audits(call).find((one) => one.id === call.id('audit')));
    return ok({ audit: presentAudit(account, audit) });
  });
  route('get', '/ticket_audits', {}, (call) => {
    const all = [...account.audits.values()].flat().sort((a, b) => a.id - b.id);
    return ok(paged(call, 'audits', all, present));
  });
  route('get', '/tickets/:id/comments', { scope: 'tickets', role: 'end-user' }, (call) => {
    const ticket = liveTicket(account, call.id('id'));
    if (!maySee(call.user, ticket)) throw forbidden();
    const seen = commentsOf(account, ticket.id).filter(
      ({ event }) => isAgent(call.user) || event.public === true,
    );
    const page = paged(call, 'comments', inOrder(seen, call), {
      account,
      present: ({ audit, event }) => presentComment(account, audit, event),
    });
    return ok(
      call.query.include === 'users'
        ? { ...page, users: authors(seen.map(({ event }) => event.author_id)) }
        : page,
    );
  });
  route('get', '/tickets/:id/comments/count', { scope: 'tickets' }, (call) => {
    const value = commentsOf(account, liveTicket(account, call.id('id')).id).length;
    return ok({ count: { value, refreshed_at: account.stamp() } });
  });

  function authors(ids: readonly unknown[]) {
    const users = [...new Set(ids)].flatMap((id) =>
      typeof id === 'number' ? (account.users.get(id) ?? []) : [],
    );
    return users.map((user) => presentUser(account, user));
  }
}

/** Oldest first, unless asked otherwise in the way of either paging. */
function inOrder<Item>(items: readonly Item[], call: Call): Item[] {
  const down = call.query.sort_order === 'desc' || call.query.sort?.startsWith('-') === true;
  return down ? [...items].reverse() : [...items];
}
