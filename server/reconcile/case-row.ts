import { overSince } from '../../domain/case.ts';
import { openDeadlines } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Plan } from '../../domain/plan.ts';
import type { WholeCase } from '../ledger/index.ts';
import type { Ticket } from '../zendesk/port.ts';

export interface Looked {
  readonly plan: Plan;
  readonly ticket: Ticket;
  readonly homeTicketId: number;
  readonly serviceUserId: number;
  readonly now: Instant;
}

/** A case as the ledger keeps it: no names, no addresses, no text. */
export function wholeCase({ plan, ticket, homeTicketId, serviceUserId, now }: Looked): WholeCase {
  const { kase, deadlines, record, marks, nextLookAt } = plan;
  const [next] = openDeadlines(deadlines, now);
  return {
    row: {
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
      nextLookAt: nextLookAt ?? null,
      requesterId: ticket.requesterId,
      assigneeId: ticket.assigneeId,
      groupId: ticket.groupId,
      brandId: ticket.brandId,
      marks: marks.map((mark) => mark.code),
      updatedAt: now,
    },
    events: kase.events.map(
      ({ kind, at, recordedAt, auditId, authorId, channel, outcome, duty, within }) => ({
        auditId,
        kind,
        at,
        recordedAt,
        // Only what this very look has sent was not read from an audit; the brake counts it from now on.
        authorId: authorId ?? serviceUserId,
        payload: JSON.parse(JSON.stringify({ channel, outcome, duty, within })),
      }),
    ),
    deadlines: deadlines.map(
      ({ regime, duty, anchorAt, projected, dueAt, dueDate, warnAt, doneAt, waived }) => ({
        regime,
        duty,
        anchorAt,
        projected,
        dueAt,
        dueDate,
        warnAt,
        doneAt: doneAt ?? null,
        waived: waived ?? null,
      }),
    ),
  };
}
