import type { Instant } from '../../domain/local-date.ts';
import type { LedgerMark } from '../../domain/marks.ts';
import type { WholeCase } from '../ledger/index.ts';
import type { GoneWhy } from './family.ts';

const MARKS: Readonly<Record<GoneWhy, LedgerMark>> = {
  deleted: 'ticket_deleted',
  redacted: 'ticket_redacted',
};
const ALL: readonly string[] = Object.values(MARKS);

/**
 * A case whose ticket is gone, as the ledger keeps it: all that is known, marked for a person. Nobody can keep its open
 * deadlines on the ticket, so they count neither as due nor as overdue; a look at the restored ticket brings them back.
 */
export function lostCase(known: WholeCase, why: GoneWhy, now: Instant): WholeCase {
  const { row, events, deadlines } = known;
  return {
    row: {
      ...row,
      nextDueAt: null,
      nextDuty: null,
      nextDueDate: null,
      byPost: false,
      nextLookAt: null,
      marks: [...row.marks.filter((mark) => !ALL.includes(mark)), MARKS[why]],
      lostAt: row.lostAt ?? now,
      lostWhy: why,
      updatedAt: now,
    },
    events,
    deadlines: deadlines.map((deadline) =>
      deadline.doneAt === null && deadline.waived === null ? { ...deadline, waived: 'lost' } : deadline,
    ),
  };
}
