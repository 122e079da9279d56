import type { TicketRecord, UserRecord, Via } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { idOf, isObject, type JsonObject, textOf } from '../json.ts';
import type { Draft, TicketDeps } from '../rules/draft.ts';
import { findOrCreateUser } from '../users/find-or-create.ts';
import { applyChange } from './apply-change.ts';
import { auditValues } from './audit-values.ts';
import { blankTicket } from './blank-ticket.ts';
import { readTicketChange, type TicketChange } from './change.ts';
import { firstComment } from './comment.ts';
import { inheritFrom } from './follow-up.ts';
import { peopleEvents } from './people-events.ts';
import { permitted } from './permitted.ts';
import { type Author, commit, newAudit, type SavedTicket } from './save.ts';
import { noteTimes, settleStatus } from './settle-status.ts';
import { setTags } from './tag-fields.ts';

/** Things about a new ticket that no change can say. */
export interface NewTicket {
  change: TicketChange;
  requester: UserRecord;
  recipient?: string | undefined;
  submitterId?: number | undefined;
  /** The closed ticket it follows. */
  followUpOf?: TicketRecord | undefined;
  /** A seed chooses its ids. */
  id?: number | undefined;
}

/** Reads the `ticket` object of a create request. @throws Fault 422 */
export function readNewTicket(deps: TicketDeps, body: JsonObject, author: Author): NewTicket {
  const change = readTicketChange(body);
  const sourceId = idOf(body.via_followup_source_id);
  const named = sourceId === undefined ? undefined : deps.account.tickets.get(sourceId);
  // Naming a ticket that is not closed has no effect.
  const source = named?.status === 'closed' ? named : undefined;
  return {
    change,
    requester: requesterOf(deps, body, author, source),
    recipient: textOf(body.recipient),
    submitterId: idOf(body.submitter_id),
    followUpOf: source,
  };
}

function requesterOf(
  deps: TicketDeps,
  body: JsonObject,
  author: Author,
  source: TicketRecord | undefined,
): UserRecord {
  if (isObject(body.requester)) return findOrCreateUser(deps.account, body.requester);
  const id = idOf(body.requester_id) ?? idOf(body.requester) ?? source?.requester_id;
  // Whoever files a ticket without naming a requester is the requester, agents too.
  if (id === undefined) return author.user;
  const user = deps.account.users.get(id);
  if (!user)
    throw recordInvalid({ requester: [{ description: 'Requester: is invalid', error: 'InvalidValue' }] });
  return user;
}

/** Creates a ticket with its first comment, runs the triggers, stores it. @throws Fault 422 */
export function createTicket(deps: TicketDeps, input: NewTicket, author: Author): SavedTicket {
  const { account } = deps;
  const id = input.id ?? account.ids.nextTicket();
  if (input.id !== undefined) account.ids.reserve('ticket', input.id);
  const via = input.followUpOf ? followUpVia(author.via, input.followUpOf) : author.via;
  const submitter = submitterOf(deps, input, author);
  const ticket = blankTicket(deps, id, input.requester, { user: submitter, via });
  ticket.recipient = input.recipient ?? null;
  const change = permitted(account, input.change, { user: author.user });
  const audit = newAudit(deps, id, change, { user: author.user, via });
  // Without a word on it a first comment is public.
  const opening = change.comment && { ...change.comment, public: change.comment.public ?? true };
  const comment = firstComment(account, opening, { ticket, actor: submitter, auditId: audit.id });
  ticket.description = String(comment.body);
  ticket.is_public = comment.public === true;
  if (input.followUpOf) inheritFrom(account, input.followUpOf, ticket);
  const organization =
    ticket.organization_id === null ? undefined : account.organizations.get(ticket.organization_id);
  const inherited = [...input.requester.tags, ...(organization?.tags ?? [])];
  applyChange(account, ticket, change);
  // Tags of the requester and the organisation come on top of whatever the request says.
  if (inherited.length > 0) setTags(ticket, [...ticket.tags, ...inherited], account.fields.values());
  const facts = {
    before: undefined,
    actor: author.user,
    commentAuthor: undefined,
    statusAsked: change.attributes.status !== undefined,
  };
  settleStatus(account, ticket, facts);
  noteTimes(account, ticket, facts);
  const nobody = { email_cc_ids: [], follower_ids: [] };
  audit.events.push(comment, ...createEvents(deps, ticket), ...peopleEvents(account, nobody, ticket));
  const draft: Draft = { ...deps, ticket, before: undefined, actor: author.user, comment, audit };
  commit(draft);
  if (input.followUpOf) noteFollowUp(deps, input.followUpOf, id);
  return { ticket, audit };
}

/** The closed ticket names its follow-ups; that is no update of it. */
function noteFollowUp(deps: TicketDeps, source: TicketRecord, id: number): void {
  deps.account.tickets.set(source.id, { ...source, followup_ids: [...source.followup_ids, id] });
}

/** The submitter writes the first comment: whoever makes the call, or the user an agent names as submitter. */
function submitterOf(deps: TicketDeps, input: NewTicket, author: Author): UserRecord {
  if (author.user.role === 'end-user') return input.requester;
  return (input.submitterId !== undefined && deps.account.users.get(input.submitterId)) || author.user;
}

function createEvents(deps: TicketDeps, ticket: TicketRecord) {
  const set = [...auditValues(ticket)].filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return set.map(([field_name, value]) => ({
    id: deps.account.ids.next(),
    type: 'Create',
    field_name,
    value,
  }));
}

function followUpVia(via: Via, source: TicketRecord): Via {
  const from = { ticket_id: source.id, subject: source.subject, channel: source.via.channel };
  return { channel: via.channel, source: { from, to: {}, rel: 'follow_up' } };
}
