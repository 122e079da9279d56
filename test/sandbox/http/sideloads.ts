import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { presentGroup, presentOrganization } from '../present/people.ts';
import { presentUser } from '../present/user.ts';
import type { Call } from './route.ts';

/** The records that `include=users,groups,organizations` asks to come along. */
export function sideloads(
  account: Account,
  call: Call,
  tickets: readonly TicketRecord[],
): Record<string, unknown> {
  const wanted = (call.query.include ?? '').split(',').map((word) => word.trim());
  const loaded: Record<string, unknown> = {};
  if (wanted.includes('users')) {
    const ids = tickets.flatMap((ticket) => [
      ticket.requester_id,
      ticket.submitter_id,
      ticket.assignee_id ?? 0,
      ...ticket.collaborator_ids,
    ]);
    loaded.users = [...new Set(ids)]
      .flatMap((id) => account.users.get(id) ?? [])
      .map((user) => presentUser(account, user));
  }
  if (wanted.includes('groups')) {
    loaded.groups = pick(
      account.groups,
      tickets.map((ticket) => ticket.group_id),
    ).map((group) => presentGroup(account, group));
  }
  if (wanted.includes('organizations')) {
    const found = pick(
      account.organizations,
      tickets.map((ticket) => ticket.organization_id),
    );
    loaded.organizations = found.map((organization) => presentOrganization(account, organization));
  }
  return loaded;
}

function pick<Item>(map: ReadonlyMap<number, Item>, ids: readonly (number | null)[]): Item[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (map.get(id) ?? [])));
}
