import type { Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import type { ClockRecord } from '../../domain/record.ts';
import { decodeRecord } from '../../domain/record-text.ts';
import { type FieldKey, optionName } from '../../domain/terms.ts';
import type { CaseEventRow, WholeCase } from '../ledger/index.ts';
import { deadlineRow } from '../reconcile/case-row.ts';
import { eventRow, FROM_RECORD } from '../reconcile/ledger-events.ts';
import { lostCase } from '../reconcile/lost-case.ts';
import type { Ticket } from '../zendesk/port.ts';
import type { DeletedTicket } from './deleted-tickets.ts';
import { type CaseFacts, factsOf, type RecordedFact } from './record-facts.ts';

export interface RecoverDeps {
  readonly account: { readonly fields: Readonly<Record<FieldKey, number>> };
  readonly policies: readonly Policy[];
}

/** The clock record on a ticket; undefined where it has none that can be read. */
export function recordOn({ customFields }: Ticket, { account }: RecoverDeps): ClockRecord | undefined {
  const text = customFields.get(account.fields.record);
  const decoded = decodeRecord(typeof text === 'string' ? text : undefined);
  return decoded.ok ? decoded.record : undefined;
}

/** A complaint that was deleted before its first look: that it was made, when its ticket was at the earliest, is all. */
function factsUnseen(
  { brandId, formId, createdAt, customFields }: Ticket,
  { account, policies }: RecoverDeps,
  now: Instant,
): CaseFacts {
  const policy = choosePolicy(policies, { brandId, formId, receivedAt: createdAt, now });
  if (!policy) throw new Error('there is no policy to count by: check POLICY');
  const channel = optionName('channel', customFields.get(account.fields.channel));
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    stage: 'received',
    channel: channel ?? null,
    outcome: null,
    closedAt: null,
    events: [{ kind: 'received', at: createdAt, ...(channel ? { channel } : {}) }],
    deadlines: [],
  };
}

/** Its audit is unknown: a number that no audit has stands for it, a higher one for each that follows. */
function rowOfFact(fact: RecordedFact, index: number, { length }: readonly RecordedFact[]): CaseEventRow {
  const event = { ...fact, recordedAt: fact.at, auditId: FROM_RECORD + index + 1 - length };
  return { ...eventRow(event, 0), authorId: null };
}

/** What the ticket itself says, besides its record. */
function ofTicket(ticket: Ticket, { account }: RecoverDeps) {
  const { requesterId, assigneeId, groupId, brandId, organizationId, formId, updatedAt } = ticket;
  return {
    ...{ requesterId, assigneeId, groupId, brandId, organizationId, formId },
    category: optionName('category', ticket.customFields.get(account.fields.category)) ?? null,
    ticketUpdatedAt: updatedAt,
    currentTicketId: ticket.id,
    rating: ticket.rating,
  };
}

/** The case of a deleted ticket as the ledger keeps a lost one, with as much as the ticket's clock record tells. */
export function recoveredCase(
  { ticket, deletedAt }: DeletedTicket,
  { homeTicketId, now }: { readonly homeTicketId: number; readonly now: Instant },
  deps: RecoverDeps,
): WholeCase {
  const record = recordOn(ticket, deps);
  const { events, deadlines, ...facts } = record ? factsOf(record) : factsUnseen(ticket, deps, now);
  const received = events.find(({ kind }) => kind === 'received');
  const row: WholeCase['row'] = {
    ticketId: homeTicketId,
    ...facts,
    ...ofTicket(ticket, deps),
    receivedAt: received?.at ?? ticket.createdAt,
    firstMadeAt: received?.firstMadeAt ?? null,
    flags: [...(record?.flags ?? [])],
    marks: [],
    markedSince: {},
    nextDueAt: null,
    nextDuty: null,
    nextDueDate: null,
    byPost: false,
    nextLookAt: null,
    lostAt: deletedAt,
    lostWhy: null,
    updatedAt: now,
  };
  const whole = {
    row,
    events: events.map(rowOfFact),
    deadlines: deadlines.map((one) => deadlineRow(one, events)),
  };
  return lostCase(whole, 'deleted', now);
}
