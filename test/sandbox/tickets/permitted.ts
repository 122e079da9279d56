import type { Account } from '../account/account.ts';
import { isAgent } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { mayEditTickets, mayTag, onlyPrivateComments } from '../users/roles.ts';
import type { TicketChange } from './change.ts';

/**
 * What is left of a change when a person may not do all of it. Zendesk's documents name what a light agent cannot
 * do and not how the API answers one who tries; here such parts are dropped and the rest is done [?].
 * @param ticket the ticket before the change; absent while it is created, when its properties are free to set
 */
export function permitted(
  account: Account,
  change: TicketChange,
  by: { user: UserRecord; ticket?: TicketRecord | undefined },
): TicketChange {
  const { user, ticket } = by;
  if (!isAgent(user)) return change;
  const left: TicketChange = { ...change };
  if (!mayTag(account, user)) Object.assign(left, { tags: undefined, addTags: [], removeTags: [] });
  const bound = ticket !== undefined && ticket.requester_id !== user.id && !mayEditTickets(account, user);
  if (bound) Object.assign(left, { attributes: {}, customFields: [], people: undefined, macroIds: [] });
  if (bound) Object.assign(left, { tags: undefined, addTags: [], removeTags: [] });
  if (left.comment && onlyPrivateComments(account, user)) left.comment = { ...left.comment, public: false };
  return left;
}
