import { addDays, DAY, HOUR, type Instant, localDateAt, startOfDay } from '../../../../domain/local-date.ts';
import type { CaseEventRow, CaseRow, DeadlineRow, WholeCase } from '../../../../server/ledger/index.ts';

/** The tests' present: a Thursday, 10:12 in London. */
export const NOW = '2026-04-09T09:12:00Z';
export const now: Instant = Date.parse(NOW);
const ZONE = 'Europe/London';

const CATEGORIES = ['speed', 'billing', 'installation', 'outage', 'staff'] as const;
const OWNERS = [1002, 1003, 1004] as const;
const SITES = [601, 602, 603, 604] as const;
const REASONS = ['workload', 'engineer_report', null] as const;

const at = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

export interface HistoryCase {
  readonly id: number;
  readonly receivedAt: Instant;
  readonly category?: string | null;
  readonly closed?: boolean;
  /** The next deadline of an open case: its duty and when it is due. */
  readonly next?: { readonly duty: string; readonly dueAt: Instant };
  readonly owner?: number | null;
  readonly site?: number;
  readonly byPost?: boolean;
  readonly marks?: readonly string[];
  readonly lateUpdate?: boolean;
}

const dayEnd = (from: Instant, days: number): Instant =>
  startOfDay(addDays(localDateAt(from, ZONE), days + 1), ZONE);
const lastDate = (dueAt: Instant) => localDateAt(dueAt - 1, ZONE);

interface Deadline {
  readonly duty: string;
  readonly anchorAt: Instant;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly delayReason?: string | null;
}

function deadlineRow({ duty, anchorAt, dueAt, doneAt, delayReason = null }: Deadline): DeadlineRow {
  return {
    regime: 'ask4',
    duty,
    anchorAt,
    projected: false,
    dueAt,
    dueDate: lastDate(dueAt),
    warnAt: dueAt - 4 * HOUR,
    doneAt,
    waived: null,
    delayReason,
  };
}

/** The three promises of a case that is over; the update one day late where wanted. */
function doneDeadlines({ id, receivedAt, lateUpdate = false }: HistoryCase): DeadlineRow[] {
  const acknowledged = receivedAt + (id % 7) * HOUR;
  const updateDue = dayEnd(acknowledged, 3);
  const updated = lateUpdate ? updateDue + DAY : acknowledged + (1 + (id % 2)) * DAY;
  const responseDue = dayEnd(updated, 9);
  return [
    deadlineRow({
      duty: 'acknowledgement',
      anchorAt: receivedAt,
      dueAt: receivedAt + DAY,
      doneAt: acknowledged,
    }),
    deadlineRow({
      duty: 'update',
      anchorAt: acknowledged,
      dueAt: updateDue,
      doneAt: updated,
      delayReason: lateUpdate ? at(REASONS, id) : null,
    }),
    deadlineRow({
      duty: 'response',
      anchorAt: updated,
      dueAt: responseDue,
      doneAt: updated + (2 + (id % 5)) * DAY,
    }),
  ];
}

const event = (kind: string, when: Instant, payload: CaseEventRow['payload'] = {}): CaseEventRow => ({
  auditId: 1,
  kind,
  at: when,
  recordedAt: when,
  authorId: null,
  payload,
});

const OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld'] as const;

function caseRow(one: HistoryCase, closedAt: Instant | null): CaseRow {
  const { id, receivedAt, next, category = null, owner, site } = one;
  return {
    ticketId: id,
    currentTicketId: id,
    stage: closedAt === null ? 'acknowledged' : 'closed',
    channel: id % 5 === 0 ? 'letter' : 'form',
    policyId: 'ask4',
    policyVersion: '1',
    outcome: closedAt === null ? null : at(OUTCOMES, id),
    receivedAt,
    closedAt,
    nextDueAt: next?.dueAt ?? null,
    nextDuty: next ? `ask4.${next.duty}` : null,
    nextDueDate: next ? lastDate(next.dueAt) : null,
    nextLookAt: null,
    requesterId: 2001,
    assigneeId: owner === undefined ? at(OWNERS, id) : owner,
    groupId: null,
    brandId: null,
    organizationId: site ?? at(SITES, id),
    formId: null,
    category,
    flags: [],
    firstMadeAt: null,
    marks: [...(one.marks ?? [])],
    markedSince: {},
    byPost: one.byPost ?? false,
    rating: closedAt === null ? null : id % 4 === 0 ? 'bad' : 'good',
    ticketUpdatedAt: null,
    lostAt: null,
    lostWhy: null,
    updatedAt: receivedAt,
  };
}

/** A case as the ledger keeps it. */
export function wholeCase(one: HistoryCase): WholeCase {
  const { receivedAt, next, closed = false, id } = one;
  const closedAt = closed ? receivedAt + 14 * DAY : null;
  const redress = { topic: 'redress', code: 'credit', amount: '20.00', currency: 'GBP' };
  const events = closed
    ? [
        event('received', receivedAt),
        event('responded', receivedAt + 8 * DAY, { outcome: at(OUTCOMES, id) }),
        ...(id % 3 === 0 ? [event('noted', receivedAt + 8 * DAY, redress)] : []),
        ...(id % 11 === 0 ? [event('appealed', receivedAt + 10 * DAY)] : []),
      ]
    : [event('received', receivedAt)];
  const open = next
    ? [deadlineRow({ duty: next.duty, anchorAt: receivedAt, dueAt: next.dueAt, doneAt: null })]
    : [];
  return { row: caseRow(one, closedAt), events, deadlines: closed ? doneDeadlines(one) : open };
}

/** How many complaints of each cause came in, month by month up to March 2026; speed rises in the last. */
const USUAL = [6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 6, 7] as const;
export const RISEN = 16;

/** Cases that are over: thirteen months of them. Late updates: every ninth. */
export function pastCases(): HistoryCase[] {
  const months = Array.from({ length: 13 }, (_, index) =>
    new Date(Date.UTC(2025, 2 + index, 2, 10)).getTime(),
  );
  let id = 10_000;
  return months.flatMap((start, index) =>
    CATEGORIES.flatMap((category, place) => {
      const isLast = index === months.length - 1;
      const usual = Math.max(1, at(USUAL, index) - place);
      const count = isLast && category === 'speed' ? RISEN : usual;
      return Array.from({ length: count }, (_, nth): HistoryCase => {
        id += 1;
        return {
          id,
          receivedAt: start + ((nth * 37) % 25) * DAY,
          category,
          closed: true,
          lateUpdate: id % 9 === 0,
        };
      });
    }),
  );
}

const open = (id: number, duty: string, due: string, more: Partial<HistoryCase> = {}): HistoryCase => ({
  id,
  receivedAt: now - 5 * DAY,
  next: { duty, dueAt: Date.parse(due) },
  category: at(CATEGORIES, id),
  ...more,
});

/** Cases that are open: three overdue, four due today, five tomorrow, and more on the days after. */
export function openCases(): HistoryCase[] {
  return [
    open(101, 'response', '2026-04-07T23:00:00Z'),
    open(102, 'update', '2026-04-08T23:00:00Z'),
    open(105, 'acknowledgement', '2026-04-09T07:30:00Z', { owner: null, byPost: true }),
    open(103, 'acknowledgement', '2026-04-09T12:30:00Z', { byPost: true }),
    open(104, 'update', '2026-04-09T23:00:00Z'),
    open(108, 'update', '2026-04-09T23:00:00Z'),
    open(109, 'response', '2026-04-09T23:00:00Z', { owner: null }),
    ...Array.from({ length: 34 }, (_, index) =>
      open(
        300 + index,
        index % 3 === 0 ? 'update' : 'response',
        // The working days after: Friday 10 April, Monday 13 to Friday 17, Monday 20 to Wednesday 22.
        `2026-04-${at([10, 13, 14, 14, 15, 16, 17, 20, 21, 22] as const, index)}T23:00:00Z`,
      ),
    ),
  ];
}
