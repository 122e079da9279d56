import type { CaseEventRow, CaseRow, DeadlineRow, WholeCase } from '../../../server/ledger/index.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Company } from './truths.ts';

/** What happens to a complaint, as far as it was decided by chance; instants, undefined for what never happens. */
export interface Fate {
  readonly ticketId: number;
  readonly company: Company;
  readonly receivedAt: number;
  readonly channel: string;
  readonly category: string | null;
  readonly brandId: number;
  readonly organizationId: number;
  readonly assigneeId: number | null;
  readonly acknowledgedAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly respondedAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly withdrawn: boolean;
  readonly outcome: string;
  readonly rating: string | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
  readonly byPost: boolean;
  readonly lostAt: number | null;
  /** What else is told of it. */
  readonly events: readonly CaseEventRow[];
}

export function event(
  kind: string,
  at: number,
  auditId: number,
  payload: Record<string, unknown> = {},
): CaseEventRow {
  return { kind, at, recordedAt: at, auditId, authorId: 9, payload };
}

function eventsOf(fate: Fate): CaseEventRow[] {
  const { ticketId, company, reasons } = fate;
  const audit = ticketId * 100;
  const happened = (kind: string, at: number | undefined, number: number, payload = {}): CaseEventRow[] =>
    at === undefined ? [] : [event(kind, at, audit + number, payload)];
  const delays = Object.entries(reasons).map(([duty, code], index) =>
    event('noted', fate.receivedAt + 1_000, audit + 50 + index, {
      topic: 'delay',
      regime: company.policyId,
      duty,
      code,
    }),
  );
  return [
    ...happened('received', fate.receivedAt, 0, { channel: fate.channel }),
    ...delays,
    ...happened('acknowledged', fate.acknowledgedAt, 1),
    ...happened('updated', fate.updatedAt, 2),
    ...happened('responded', fate.respondedAt, 3, { outcome: fate.outcome }),
    ...fate.events,
    ...happened(fate.withdrawn ? 'withdrawn' : 'closed', fate.closedAt, 99),
  ].sort((a, b) => a.at - b.at || a.auditId - b.auditId);
}

function stageOf(fate: Fate): string {
  if (fate.closedAt !== undefined) return fate.withdrawn ? 'ended' : 'closed';
  if (fate.channel === 'phone') return 'refused';
  if (fate.respondedAt !== undefined) return 'responded';
  if (fate.updatedAt !== undefined) return 'updated';
  return fate.acknowledgedAt === undefined ? 'received' : 'acknowledged';
}

function rowOf(fate: Fate, deadlines: readonly DeadlineRow[], now: number): CaseRow {
  const { company, lostAt, ticketId } = fate;
  const open = deadlines.filter((one) => one.doneAt === null && one.waived === null && !one.projected);
  const [next] = fate.closedAt === undefined ? open.sort((a, b) => a.dueAt - b.dueAt) : [];
  return {
    ticketId,
    currentTicketId: ticketId,
    stage: stageOf(fate),
    channel: fate.channel,
    policyId: company.policyId,
    policyVersion: '1',
    outcome: fate.respondedAt === undefined ? null : fate.outcome,
    receivedAt: fate.receivedAt,
    closedAt: fate.closedAt ?? null,
    nextDueAt: next?.dueAt ?? null,
    nextDuty: next ? `${next.regime}.${next.duty}` : null,
    nextDueDate: next?.dueDate ?? null,
    nextLookAt: null,
    requesterId: 900_000 + ticketId,
    assigneeId: fate.assigneeId,
    groupId: null,
    brandId: fate.brandId,
    organizationId: fate.organizationId,
    formId: null,
    category: fate.category,
    flags: [],
    firstMadeAt: null,
    marks: [...fate.marks],
    markedSince: {},
    byPost: fate.byPost,
    rating: fate.rating,
    ticketUpdatedAt: null,
    lostAt,
    lostWhy: lostAt === null ? null : 'deleted',
    updatedAt: now,
  };
}

/** A complaint as the ledger keeps it. */
export function caseOf(fate: Fate, now: number): WholeCase {
  const deadlines = deadlinesOf(fate);
  return { row: rowOf(fate, deadlines, now), events: eventsOf(fate), deadlines };
}
