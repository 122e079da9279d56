import type { SuspendedRecord, TicketRecord } from '../../account/records.ts';
import { Fault } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { presentSuspended } from '../../present/suspended.ts';
import { presentTicket } from '../../present/ticket.ts';
import { recover } from '../../suspended/recover.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';

const BASE = '/suspended_tickets';
/** Ids taken in one request. */
const MOST = 100;

/** `/suspended_tickets`: mails that were kept out, to be recovered or deleted. */
export function suspendedRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const one = (call: Call) => found(account.suspended.get(call.id('id')));
  const many = (call: Call) =>
    idsOf(call.query.ids)
      .slice(0, MOST)
      .flatMap((id) => account.suspended.get(id) ?? []);
  const present = (mail: SuspendedRecord) => presentSuspended(account, mail);

  route('get', BASE, {}, (call) =>
    ok(paged(call, 'suspended_tickets', sorted([...account.suspended.values()], call), { account, present })),
  );
  route('put', `${BASE}/recover_many`, {}, (call) => {
    const { tickets, failed } = recoverAll(deps, many(call));
    if (failed.length > 0) throw new Fault(422, { suspended_tickets: failed.map(present) });
    return ok({ tickets: tickets.map((ticket) => presentTicket(account, ticket)) });
  });
  route('delete', `${BASE}/destroy_many`, {}, (call) => {
    for (const mail of many(call)) account.suspended.delete(mail.id);
    return noContent();
  });
  route('get', `${BASE}/:id`, {}, (call) => ok({ suspended_ticket: present(one(call)) }));
  // The requester is the agent who recovers it; the many keep their senders.
  route('put', `${BASE}/:id/recover`, {}, (call) => {
    const mail = one(call);
    try {
      return ok({ ticket: [presentTicket(account, recover(deps, mail, call.user))] });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw new Fault(422, { ticket: [present(mail)] });
    }
  });
  route('delete', `${BASE}/:id`, {}, (call) => {
    account.suspended.delete(one(call).id);
    return noContent();
  });
}

function recoverAll(deps: ApiDeps, mails: readonly SuspendedRecord[]) {
  const tickets: TicketRecord[] = [];
  const failed: SuspendedRecord[] = [];
  for (const mail of mails) {
    try {
      tickets.push(recover(deps, mail));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      failed.push(mail);
    }
  }
  return { tickets, failed };
}

/** `sort_by` is one of these; anything else leaves the order of arrival. */
function sorted(mails: SuspendedRecord[], { query }: Call): SuspendedRecord[] {
  const key = (mail: SuspendedRecord): string =>
    query.sort_by === 'subject'
      ? mail.subject
      : query.sort_by === 'cause'
        ? mail.cause
        : query.sort_by === 'author_email'
          ? mail.author.email
          : mail.created_at;
  const down = query.sort_order === 'desc' ? -1 : 1;
  return mails.sort((a, b) => (key(a).localeCompare(key(b)) || a.id - b.id) * down);
}
