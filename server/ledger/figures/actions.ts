import { type Kysely, type Selectable, sql } from 'kysely';
import type { Instant, LocalDate } from '../../../domain/local-date.ts';
import type { CauseActionsTable, Tables } from '../tables.ts';

export type CauseAction = Readonly<Selectable<CauseActionsTable>>;

export interface NewCauseAction {
  readonly category: string;
  readonly what: string;
  readonly ownerId: number;
  readonly dueDate: LocalDate;
  readonly createdAt: Instant;
}

export interface CauseActionChange {
  readonly what?: string | undefined;
  readonly ownerId?: number | undefined;
  readonly dueDate?: LocalDate | undefined;
  /** Null: not done after all. */
  readonly doneAt?: Instant | null | undefined;
}

/** Those of some causes, or all; open ones first, each group by its date. */
export async function listActions(
  db: Kysely<Tables>,
  categories?: readonly string[],
): Promise<CauseAction[]> {
  let query = db.selectFrom('causeActions').selectAll();
  if (categories) query = query.where('category', 'in', categories.length > 0 ? [...categories] : ['']);
  return query
    .orderBy((of) => of('doneAt', 'is not', null))
    .orderBy('dueDate')
    .orderBy('id')
    .execute();
}

export async function addAction(db: Kysely<Tables>, added: NewCauseAction): Promise<CauseAction> {
  return db
    .insertInto('causeActions')
    .values({ ...added, createdAt: new Date(added.createdAt), doneAt: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Undefined where there is no such action. One that is done already keeps its time. */
export async function changeAction(
  db: Kysely<Tables>,
  id: number,
  { what, ownerId, dueDate, doneAt }: CauseActionChange,
): Promise<CauseAction | undefined> {
  const done =
    doneAt === null
      ? sql`null::timestamptz`
      : sql`coalesce(done_at, ${doneAt === undefined ? null : new Date(doneAt)}::timestamptz)`;
  const { rows } = await sql<CauseAction>`
    update cause_actions set what = coalesce(${what ?? null}, what),
      owner_id = coalesce(${ownerId ?? null}::bigint, owner_id),
      due_date = coalesce(${dueDate ?? null}::date, due_date), done_at = ${done}
    where id = ${id} returning *`.execute(db);
  return rows[0];
}
