import pg from 'pg';
import type { WholeCase } from '../../../server/ledger/index.ts';
import { copyInto } from './copy.ts';

const at = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
const list = (values: readonly string[]): string => `{${values.join(',')}}`;

const CASES =
  'ticket_id,current_ticket_id,stage,channel,policy_id,policy_version,outcome,received_at,closed_at,next_due_at,next_duty,next_due_date,requester_id,assignee_id,brand_id,organization_id,category,marks,by_post,rating,lost_at,lost_why,updated_at'.split(
    ',',
  );
const EVENTS = 'ticket_id,position,audit_id,kind,at,recorded_at,author_id,payload'.split(',');
const DEADLINES =
  'ticket_id,regime,duty,anchor_at,projected,due_at,due_date,warn_at,done_at,waived,delay_reason'.split(',');

const caseValues = ({ row }: WholeCase): unknown[] => [
  row.ticketId,
  row.currentTicketId,
  row.stage,
  row.channel,
  row.policyId,
  row.policyVersion,
  row.outcome,
  at(row.receivedAt),
  at(row.closedAt),
  at(row.nextDueAt),
  row.nextDuty,
  row.nextDueDate,
  row.requesterId,
  row.assigneeId,
  row.brandId,
  row.organizationId,
  row.category,
  list(row.marks),
  row.byPost,
  row.rating,
  at(row.lostAt),
  row.lostWhy,
  at(row.updatedAt),
];

const eventValues = ({ row, events }: WholeCase): unknown[][] =>
  events.map((one, position) => [
    row.ticketId,
    position,
    one.auditId,
    one.kind,
    at(one.at),
    at(one.recordedAt),
    one.authorId,
    one.payload,
  ]);

const deadlineValues = ({ row, deadlines }: WholeCase): unknown[][] =>
  deadlines.map((one) => [
    row.ticketId,
    one.regime,
    one.duty,
    at(one.anchorAt),
    one.projected,
    at(one.dueAt),
    one.dueDate,
    at(one.warnAt),
    at(one.doneAt),
    one.waived,
    one.delayReason,
  ]);

/** Cases at a time: what is sent at once stays small. */
const PIECE = 5_000;

/** Puts cases into an empty ledger in bulk, and tells Postgres of it as its autovacuum would in a while. */
export async function fillLedger(databaseUrl: string, cases: readonly WholeCase[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Every row has its case; asking for each of a million takes longer than all the rest.
    await client.query("set session_replication_role = 'replica'");
    for (let from = 0; from < cases.length; from += PIECE) {
      const piece = cases.slice(from, from + PIECE);
      await copyInto(client, 'cases', CASES, piece.map(caseValues));
      await copyInto(client, 'case_events', EVENTS, piece.flatMap(eventValues));
      await copyInto(client, 'deadlines', DEADLINES, piece.flatMap(deadlineValues));
    }
    await client.query('vacuum analyze cases, case_events, deadlines');
  } finally {
    await client.end();
  }
}
