import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import type { CaseRow } from '../ledger/index.ts';
import { iso } from './case.ts';

type Cell = string | number | boolean | null;
type Column = readonly [name: string, of: (row: CaseRow, now: Instant) => Cell];

/** The columns of the register's file, by the API's names. */
const COLUMNS: readonly Column[] = [
  ['ticket_id', (row) => row.ticketId],
  ['current_ticket_id', (row) => row.currentTicketId],
  ['stage', (row) => row.stage],
  ['channel', (row) => row.channel],
  ['category', (row) => row.category],
  ['flags', (row) => row.flags.join(' ')],
  ['outcome', (row) => row.outcome],
  ['policy', (row) => row.policyId],
  ['policy_version', (row) => row.policyVersion],
  ['received_at', (row) => iso(row.receivedAt)],
  ['first_made_at', (row) => iso(row.firstMadeAt)],
  ['closed_at', (row) => iso(row.closedAt)],
  ['next_duty', (row) => row.nextDuty],
  ['next_due_at', (row) => iso(row.nextDueAt)],
  ['next_due_date', (row) => row.nextDueDate],
  ['overdue', ({ closedAt, nextDueAt }, now) => closedAt === null && nextDueAt !== null && nextDueAt < now],
  ['assignee_id', (row) => row.assigneeId],
  ['group_id', (row) => row.groupId],
  ['brand_id', (row) => row.brandId],
  ['organization_id', (row) => row.organizationId],
  ['requester_id', (row) => row.requesterId],
  ['rating', (row) => row.rating],
  ['by_post', (row) => row.byPost],
  ['marks', (row) => row.marks.join(' ')],
  ['lost_at', (row) => iso(row.lostAt)],
  ['lost_why', (row) => row.lostWhy],
];

const NAMES = COLUMNS.map(([name]) => name);

/** Which columns, in their order; all of them where left out. */
export const columns = z
  .string('must be given once')
  .transform((text) => text.split(','))
  .refine((names) => names.every((name) => NAMES.includes(name)), `must be among ${NAMES.join(', ')}`)
  .refine((names) => new Set(names).size === names.length, 'names a column twice')
  .optional();

export function columnsOf(names: readonly string[] | undefined): readonly Column[] {
  if (!names) return COLUMNS;
  return names.flatMap((name) => COLUMNS.filter(([known]) => known === name));
}
