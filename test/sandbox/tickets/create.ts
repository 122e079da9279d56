import type { TicketRecord, UserRecord, Via } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { idOf, isObject, type JsonObject, textOf } from '../json.ts';
import type { Draft, TicketDeps } from '../rules/draft.ts';
import { findOrCreateUser } from '../users/find-or-create.ts';
import { applyChange } from './apply-change.ts';
import { auditValues } from './audit-values.ts';
import { readTicketChange, type TicketChange } from './change.ts';
import { firstComment } from './comment.ts';
import { inheritFrom } from './follow-up.ts';
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
  const source = sourceId === undefined ? undefined : deps.account.tickets.get(sourceId);
  if (sourceId !== undefined && source?.status !== 'closed') {
    const description = 'Source ticket must be closed to create a follow-up';
    throw recordInvalid({ via_followup_source_id: [{ description, error: 'InvalidValue' }] });
  }
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
  const change = { ...input.change, attributes: { ...input.change.attributes } };
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
  audit.events.push(comment, ...createEvents(deps, ticket));
  const draft: Draft = { ...deps, ticket, before: undefined, actor: author.user, comment, audit };
  commit(draft);
  if (input.followUpOf) input.followUpOf.followup_ids.push(id);
  return { ticket, audit };
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

function blankTicket(deps: TicketDeps, id: number, requester: UserRecord, author: Author): TicketRecord {
  const { account } = deps;
  const now = account.stamp();
  const form = [...account.forms.values()].find((one) => one.default && one.active);
  return {
    id,
    subject: null,
    description: '',
    status: 'new',
    priority: null,
    type: null,
    requester_id: requester.id,
    submitter_id: author.user.id,
    assignee_id: null,
    group_id: null,
    organization_id: requester.organization_id,
    brand_id: [...account.brands.keys()][0] ?? 0,
    ticket_form_id: form?.id ?? null,
    problem_id: null,
    external_id: null,
    recipient: null,
    due_at: null,
    via: author.via,
    tags: [],
    values: new Map(),
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    followup_ids: [],
    is_public: true,
    created_at: now,
    updated_at: now,
    status_at: {},
    assigned_at: null,
    requester_updated_at: now,
    assignee_updated_at: null,
    deleted: false,
  };
}
