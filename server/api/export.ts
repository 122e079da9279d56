import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Instant } from '../../domain/local-date.ts';
import { type CaseRow, type Ledger, placeOf, type RegisterPlace } from '../ledger/index.ts';
import { iso } from './case.ts';
import { CSV_BEGIN, csvLine } from './csv.ts';
import { type ExportQuery, pageOf } from './register.ts';

type Cell = string | number | boolean | null;

/** The columns of the file, by the API's names. */
const COLUMNS: readonly (readonly [name: string, of: (row: CaseRow) => Cell])[] = [
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
  ['assignee_id', (row) => row.assigneeId],
  ['group_id', (row) => row.groupId],
  ['brand_id', (row) => row.brandId],
  ['organization_id', (row) => row.organizationId],
  ['requester_id', (row) => row.requesterId],
  ['marks', (row) => row.marks.join(' ')],
  ['lost_at', (row) => iso(row.lostAt)],
  ['lost_why', (row) => row.lostWhy],
];

export interface ExportOptions {
  readonly now: Instant;
  /** Rows in a piece; 5,000 by default, for each piece sorts the register anew. */
  readonly pieceRows?: number;
}

/**
 * The register as CSV, in pieces: of 100,000 cases no more than one is in memory at any time. The first piece comes
 * when the database has answered, so that an answer can still be a refusal until then.
 */
export async function* exportRegister(
  ledger: Pick<Ledger, 'registerPage'>,
  query: ExportQuery,
  { now, pieceRows = 5_000 }: ExportOptions,
): AsyncGenerator<string> {
  let head = CSV_BEGIN + csvLine(COLUMNS.map(([name]) => name));
  let after: RegisterPlace | undefined;
  for (;;) {
    const rows = await ledger.registerPage({ ...pageOf(query, now), after, limit: pieceRows });
    yield head + rows.map((row) => csvLine(COLUMNS.map(([, of]) => of(row)))).join('');
    head = '';
    const last = rows.at(-1);
    if (!last || rows.length < pieceRows) return;
    after = placeOf(last, query.sort);
  }
}

async function* continued(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** Sends a file as fast as it is taken. Rejects, with nothing sent, where its first piece can't be had. */
export async function sendCsv(
  pieces: AsyncGenerator<string>,
  request: Request,
  response: Response,
): Promise<void> {
  const first = await pieces.next();
  response.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="complaints.csv"',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(Readable.from(continued(first.done ? '' : first.value, pieces)), response);
}
