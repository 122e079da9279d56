import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Instant } from '../../domain/local-date.ts';
import { createLabels, type Labels } from '../labels.ts';
import { type Ledger, placeOf, type RegisterPlace } from '../ledger/index.ts';
import { type Names, NO_NAMES } from '../names/names.ts';
import { columnsOf, namesOf } from './columns.ts';
import { CSV_BEGIN, csvLine } from './csv.ts';
import { type ExportQuery, pageOf } from './register.ts';

export interface ExportOptions {
  readonly now: Instant;
  /** Rows in a piece; 5,000 by default, for each piece sorts the register anew. */
  readonly pieceRows?: number;
  /** What options are called; left out, as the product itself calls them. */
  readonly labels?: Labels;
  /** Asked for the names of a piece at a time, and only where a column shows them; left out, there are none. */
  readonly names?: Names;
}

/**
 * The register as CSV, in pieces: of 100,000 cases no more than one is in memory at any time. The first piece comes
 * when the database has answered, so that an answer can still be a refusal until then.
 */
export async function* exportRegister(
  ledger: Pick<Ledger, 'registerPage'>,
  query: ExportQuery,
  { now, pieceRows = 5_000, labels = createLabels([]), names = NO_NAMES }: ExportOptions,
): AsyncGenerator<string> {
  const { language } = query;
  const shown = columnsOf(query.columns);
  let head = CSV_BEGIN + csvLine(shown.map(([name]) => name));
  let after: RegisterPlace | undefined;
  for (;;) {
    const rows = await ledger.registerPage({ ...pageOf(query, now), after, limit: pieceRows });
    const words = { now, labels, language, names: await namesOf(rows, shown, names) };
    yield head + rows.map((row) => csvLine(shown.map(([, of]) => of(row, words)))).join('');
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
