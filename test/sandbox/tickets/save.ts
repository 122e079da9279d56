import { type Account, isAgent } from '../account/account.ts';
import type { AuditEvent, AuditRecord, TicketRecord, UserRecord, Via } from '../account/records.ts';
import { recordNotFound, ticketClosed } from '../fault.ts';
import { idsOf } from '../json.ts';
import { fillDynamicContent } from '../liquid/dynamic-content.ts';
import type { Draft, TicketDeps } from '../rules/draft.ts';
import { runTriggers } from '../rules/run-triggers.ts';
import { applyChange } from './apply-change.ts';
import { differences } from './audit-values.ts';
import type { TicketChange } from './change.ts';
import { commentEvent } from './comment.ts';
import { peopleEvents } from './people-events.ts';
import { permitted } from './permitted.ts';
import { noteTimes, settleStatus } from './settle-status.ts';

/** Who makes an update, and by which way it came. */
export interface Author {
  user: UserRecord;
  via: Via;
}

export interface SavedTicket {
  ticket: TicketRecord;
  audit: AuditRecord;
}

/**
 * Saves an update: comment, changes, Zendesk's own status rules, triggers; one audit for all of it.
 * An update that changes nothing leaves neither an audit nor a new stamp.
 * @throws Fault 404, 422
 */
export function updateTicket(
  deps: TicketDeps,
  id: number,
  wanted: TicketChange,
  author: Author,
): SavedTicket {
  const before = deps.account.tickets.get(id);
  if (!before || before.deleted) throw recordNotFound();
  if (before.status === 'closed' && !wanted.tagsOfClosed) throw ticketClosed();
  const change = permitted(deps.account, wanted, { user: author.user, ticket: before });
  const ticket = structuredClone(before);
  const audit = newAudit(deps, id, change, author);
  const draft: Draft = { ...deps, ticket, before, actor: author.user, comment: undefined, audit };
  applyChange(deps.account, ticket, change);
  draft.comment =
    change.comment &&
    commentEvent(deps.account, change.comment, { ticket, actor: author.user, auditId: audit.id });
  if (draft.comment) audit.events.push(draft.comment);
  if (draft.comment?.public === true) ticket.is_public = true;
  settle(draft, change);
  for (const difference of differences(before, ticket)) {
    audit.events.push({ id: deps.account.ids.next(), type: 'Change', ...difference });
  }
  audit.events.push(...peopleEvents(deps.account, before, ticket), ...macroEvents(deps, change));
  if (audit.events.length > 0) commit(draft);
  return { ticket, audit };
}

function settle(draft: Draft, change: TicketChange): void {
  const { account, ticket, before, comment } = draft;
  const authorId = typeof comment?.author_id === 'number' ? comment.author_id : undefined;
  const facts = {
    before,
    actor: draft.actor,
    commentAuthor: authorId === undefined ? undefined : account.users.get(authorId),
    statusAsked: change.attributes.status !== undefined,
  };
  settleStatus(account, ticket, facts);
  noteTimes(account, ticket, facts);
}

/** Stamps the ticket, runs the triggers and stores ticket and audit. */
export function commit(draft: Draft): void {
  const { account, ticket, audit } = draft;
  ticket.updated_at = account.stamp();
  // No rule runs on a closed ticket.
  if (draft.before?.status !== 'closed') runTriggers(draft);
  noteTimes(account, ticket, {
    before: draft.before,
    actor: draft.actor,
    commentAuthor: undefined,
    statusAsked: false,
  });
  store(draft, audit);
}

/** Stores the draft, without running any rule. */
export function store(draft: Draft, audit: AuditRecord): void {
  const { account, ticket } = draft;
  account.tickets.set(ticket.id, ticket);
  account.audits.set(ticket.id, [...(account.audits.get(ticket.id) ?? []), audit]);
  spendUploads(account, idsOf(draft.comment?.attachments));
  account.bus.emit({ event: 'ticket', data: { id: ticket.id } });
}

/** An upload serves for one comment. */
function spendUploads(account: Account, used: readonly number[]): void {
  for (const [token, upload] of account.uploads)
    if (upload.attachmentIds.some((id) => used.includes(id))) account.uploads.delete(token);
}

export function newAudit(
  deps: TicketDeps,
  ticketId: number,
  change: TicketChange,
  author: Author,
): AuditRecord {
  const { account } = deps;
  return {
    id: account.ids.next(),
    ticket_id: ticketId,
    created_at: account.stamp(),
    author_id: author.user.id,
    metadata: {
      system: { ip_address: '127.0.0.1', location: '', latitude: 0, longitude: 0 },
      custom: change.metadata,
    },
    via: author.via,
    events: [],
  };
}

function titleOf(account: TicketDeps['account'], macroId: number): string {
  return fillDynamicContent(account, account.macros.get(macroId)?.title ?? '', account.settings.locale);
}

/** Macros that the client says it applied are only noted. */
function macroEvents(deps: TicketDeps, change: TicketChange): AuditEvent[] {
  return change.macroIds.map((id) => ({
    id: deps.account.ids.next(),
    type: 'AgentMacroReference',
    macro_id: String(id),
    macro_title: titleOf(deps.account, id),
    macro_deleted: !deps.account.macros.has(id),
  }));
}

/** Tells whether a user may see a ticket at all: agents do, end users their own and those they are copied on. */
export function maySee(user: UserRecord, ticket: TicketRecord): boolean {
  return isAgent(user) || ticket.requester_id === user.id || ticket.email_cc_ids.includes(user.id);
}
