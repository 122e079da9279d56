import { type Case, overSince } from '../../domain/case.ts';
import { type Deadline, openDeadlines } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-date.ts';
import { type Mark, refusedForPerson } from '../../domain/marks.ts';
import { delayReason } from '../../domain/noted.ts';
import type { Plan } from '../../domain/plan.ts';
import { optionName, SERVICE_TAGS } from '../../domain/terms.ts';
import type { CaseEventRow, DeadlineRow, WholeCase } from '../ledger/index.ts';
import type { Ticket } from '../zendesk/port.ts';
import { correctedRows, eventRow } from './ledger-events.ts';
import type { ToldEvent } from './read-events.ts';

export interface Looked {
  readonly plan: Plan;
  /** The ticket on which the case goes on. */
  readonly ticket: Ticket;
  readonly homeTicketId: number;
  /** All that the audits say, the corrected with it. */
  readonly told: readonly ToldEvent[];
  readonly serviceUserId: number;
  /** Id of the field of the root cause. */
  readonly categoryField: number;
  readonly now: Instant;
}

/** A drop-down's value without the prefix that its tags have; null where nothing, or nothing of ours, is chosen. */
function optionOf({ customFields }: Ticket, field: number): string | null {
  return optionName('category', customFields.get(field)) ?? null;
}

/** The events that count, then those that don't, each with why: the history of a case shows both. */
function eventRows(kase: Case, { told, serviceUserId }: Looked): CaseEventRow[] {
  return [
    // Only what this very look has sent was not read from an audit; the brake counts it from now on.
    ...kase.events.map((event) => eventRow(event, serviceUserId)),
    ...refusedForPerson(kase).map(({ event, why }) => eventRow(event, serviceUserId, { refused: why })),
    ...correctedRows(told, serviceUserId),
  ];
}

/** The latest occasion of each. */
function sinceByCode(marks: readonly Mark[]): Record<string, Instant> {
  const inOrder = [...marks].sort((a, b) => a.since - b.since);
  return Object.fromEntries(inOrder.map(({ code, since }) => [code, since]));
}

function rowOf({ plan, ticket, homeTicketId, categoryField, now }: Looked): WholeCase['row'] {
  const { kase, deadlines, record, marks, tags, nextLookAt } = plan;
  const [next] = openDeadlines(deadlines, now);
  return {
    ticketId: homeTicketId,
    stage: kase.stage,
    channel: kase.channel,
    policyId: record.policy.id,
    policyVersion: record.policy.version,
    outcome: kase.outcome ?? null,
    receivedAt: kase.received.at,
    closedAt: overSince(kase) ?? null,
    nextDueAt: next?.dueAt ?? null,
    nextDuty: next ? `${next.regime}.${next.duty}` : null,
    nextDueDate: next?.dueDate ?? null,
    nextLookAt: nextLookAt ?? null,
    requesterId: ticket.requesterId,
    assigneeId: ticket.assigneeId,
    groupId: ticket.groupId,
    brandId: ticket.brandId,
    organizationId: ticket.organizationId,
    formId: ticket.formId,
    category: optionOf(ticket, categoryField),
    flags: [...kase.flags],
    firstMadeAt: kase.received.firstMadeAt ?? null,
    byPost: tags.has(SERVICE_TAGS.postRequired),
    rating: ticket.rating,
    currentTicketId: ticket.id,
    ticketUpdatedAt: ticket.updatedAt,
    lostAt: null,
    lostWhy: null,
    marks: [...new Set(marks.map((mark) => mark.code))],
    markedSince: sinceByCode(marks),
    updatedAt: now,
  };
}

/** A deadline as the ledger keeps it, with the reason for a delay that the events tell of. */
export function deadlineRow(deadline: Deadline, events: Parameters<typeof delayReason>[0]): DeadlineRow {
  const { regime, duty, anchorAt, projected, dueAt, dueDate, warnAt, doneAt, waived } = deadline;
  return {
    regime,
    duty,
    anchorAt,
    projected,
    dueAt,
    dueDate,
    warnAt,
    doneAt: doneAt ?? null,
    waived: waived ?? null,
    delayReason: delayReason(events, deadline) ?? null,
  };
}

/** A case as the ledger keeps it: no names, no addresses, no text. */
export function wholeCase(looked: Looked): WholeCase {
  const { kase, deadlines } = looked.plan;
  return {
    row: rowOf(looked),
    events: eventRows(kase, looked),
    deadlines: deadlines.map((deadline) => deadlineRow(deadline, kase.events)),
  };
}
