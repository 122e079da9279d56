import type { DeadlineState } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-date.ts';
import { failureAdvice } from '../jobs/failure-advice.ts';
import type { CaseRow, DeadlineRow, Ledger, LookTrouble } from '../ledger/index.ts';
import { markAdvice } from './advice.ts';

/** ISO 8601, or null for none. */
export function iso(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** To the second, as the ledger counts: the one instant at which a day ends counts as in time. */
function stateOf({ waived, doneAt, projected, dueAt, warnAt }: DeadlineRow, now: Instant): DeadlineState {
  if (waived !== null) return 'waived';
  if (doneAt !== null) return doneAt > dueAt ? 'met_late' : 'met';
  if (projected) return 'projected';
  if (dueAt < now) return 'overdue';
  return warnAt <= now ? 'due_soon' : 'running';
}

/** A case as one line of the register. Ids, codes and times only: the ledger holds no names and no text. */
export function registerRow(row: CaseRow, now: Instant) {
  return {
    ticketId: row.ticketId,
    currentTicketId: row.currentTicketId,
    stage: row.stage,
    channel: row.channel,
    category: row.category,
    flags: row.flags,
    outcome: row.outcome,
    policy: { id: row.policyId, version: row.policyVersion },
    receivedAt: iso(row.receivedAt),
    firstMadeAt: iso(row.firstMadeAt),
    closedAt: iso(row.closedAt),
    nextDuty: row.nextDuty,
    nextDueAt: iso(row.nextDueAt),
    nextDueDate: row.nextDueDate,
    overdue: row.closedAt === null && row.nextDueAt !== null && row.nextDueAt < now,
    assigneeId: row.assigneeId,
    groupId: row.groupId,
    brandId: row.brandId,
    formId: row.formId,
    organizationId: row.organizationId,
    requesterId: row.requesterId,
    byPost: row.byPost,
    rating: row.rating,
    marks: row.marks,
    lostAt: iso(row.lostAt),
    lostWhy: row.lostWhy,
    updatedAt: iso(row.updatedAt),
  };
}

/** What goes wrong with a ticket's looks, and what a person can do about it. */
export function troubleAnswer({ ticketId, code, message, attempts, gaveUpAt, nextTryAt }: LookTrouble) {
  return {
    ticketId,
    code,
    message,
    advice: failureAdvice(code),
    attempts,
    since: iso(gaveUpAt),
    needsPerson: gaveUpAt !== null,
    nextTryAt: iso(nextTryAt),
  };
}

/**
 * All that the ledger has of the case that a ticket carries, by its home ticket or the one on which it goes on;
 * undefined where it carries none.
 */
export async function caseAnswer(ledger: Ledger, ticketId: number, now: Instant) {
  const home = await ledger.homeOf(ticketId);
  const whole = home === undefined ? undefined : await ledger.readCase(home);
  if (!whole) return undefined;
  const { row, events, deadlines } = whole;
  const troubles = await ledger.lookTroubles([...new Set([ticketId, row.ticketId, row.currentTicketId])]);
  const [lastError] = troubles.map(troubleAnswer);
  return {
    ...registerRow(row, now),
    marks: row.marks.map((code) => ({ code, advice: markAdvice(code) })),
    events: events.map(({ kind, at, recordedAt, auditId, authorId, payload }) => ({
      kind,
      at: iso(at),
      recordedAt: iso(recordedAt),
      auditId,
      authorId,
      payload,
    })),
    deadlines: deadlines.map((deadline) => ({
      regime: deadline.regime,
      duty: deadline.duty,
      state: stateOf(deadline, now),
      anchorAt: iso(deadline.anchorAt),
      dueAt: iso(deadline.dueAt),
      dueDate: deadline.dueDate,
      warnAt: iso(deadline.warnAt),
      doneAt: iso(deadline.doneAt),
      waived: deadline.waived,
      delayReason: deadline.delayReason,
    })),
    lastError: lastError ?? null,
  };
}
