import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import type { CaseEventsTable, CasesTable, DeadlinesTable, LedgerTx, Tables } from './tables.ts';

/** A case as the ledger keeps it; instants in epoch milliseconds. No names, addresses or texts. */
export type CaseRow = Readonly<Selectable<CasesTable>>;
/** `payload`: what else the event says (channel, outcome, duty ...), never free text. */
export type CaseEventRow = Readonly<Omit<Selectable<CaseEventsTable>, 'ticketId' | 'position'>>;
export type DeadlineRow = Readonly<Omit<Selectable<DeadlinesTable>, 'ticketId'>>;

export interface WholeCase {
  readonly row: CaseRow;
  /** In the order in which they are to be read back. */
  readonly events: readonly CaseEventRow[];
  readonly deadlines: readonly DeadlineRow[];
}

const date = (at: Instant): Date => new Date(at);
const maybe = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

function caseValues(row: CaseRow) {
  return {
    ...row,
    marks: [...row.marks],
    markedSince: JSON.stringify(row.markedSince),
    flags: [...row.flags],
    firstMadeAt: maybe(row.firstMadeAt),
    ticketUpdatedAt: maybe(row.ticketUpdatedAt),
    lostAt: maybe(row.lostAt),
    receivedAt: date(row.receivedAt),
    closedAt: maybe(row.closedAt),
    nextDueAt: maybe(row.nextDueAt),
    nextLookAt: maybe(row.nextLookAt),
    updatedAt: date(row.updatedAt),
  };
}

/** Replaces all that the ledger says about a case; nothing where the case was erased or has expired. */
export async function saveCase(tx: LedgerTx, { row, events, deadlines }: WholeCase): Promise<void> {
  const { ticketId } = row;
  const values = caseValues(row);
  await tx
    .insertInto('cases')
    .values(values)
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet(values))
    .execute();
  await tx.deleteFrom('caseEvents').where('ticketId', '=', ticketId).execute();
  await tx.deleteFrom('deadlines').where('ticketId', '=', ticketId).execute();
  const eventValues = events.map((event, position) => ({
    ...event,
    ticketId,
    position,
    at: date(event.at),
    recordedAt: date(event.recordedAt),
    payload: JSON.stringify(event.payload),
  }));
  if (eventValues.length > 0) await tx.insertInto('caseEvents').values(eventValues).execute();
  const deadlineValues = deadlines.map((deadline) => ({
    ...deadline,
    ticketId,
    anchorAt: date(deadline.anchorAt),
    dueAt: date(deadline.dueAt),
    warnAt: date(deadline.warnAt),
    doneAt: maybe(deadline.doneAt),
  }));
  if (deadlineValues.length > 0) await tx.insertInto('deadlines').values(deadlineValues).execute();
  // Last: where it was erased at the same time, the rows above have waited for that, and now its tombstone is seen.
  await tx
    .deleteFrom('cases')
    .where('ticketId', '=', ticketId)
    .where((where) =>
      where.exists(where.selectFrom('tombstones').where('tombstones.ticketId', '=', ticketId)),
    )
    .execute();
}

/** Takes a case out of the ledger, where the audits no longer show one. */
export async function removeCase(tx: LedgerTx, ticketId: number): Promise<void> {
  await tx.deleteFrom('cases').where('ticketId', '=', ticketId).execute();
}

export async function readCase(db: Kysely<Tables>, ticketId: number): Promise<WholeCase | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('ticketId', '=', ticketId).executeTakeFirst();
  if (!row) return undefined;
  const events = await db
    .selectFrom('caseEvents')
    .select(['auditId', 'kind', 'at', 'recordedAt', 'authorId', 'payload'])
    .where('ticketId', '=', ticketId)
    .orderBy('position')
    .execute();
  const deadlines = await db
    .selectFrom('deadlines')
    .select([
      'regime',
      'duty',
      'anchorAt',
      'projected',
      'dueAt',
      'dueDate',
      'warnAt',
      'doneAt',
      'waived',
      'delayReason',
    ])
    .where('ticketId', '=', ticketId)
    .orderBy('dueAt')
    .execute();
  return { row, events, deadlines };
}
