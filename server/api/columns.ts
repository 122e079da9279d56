import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import type { Labels, OptionField } from '../labels.ts';
import type { CaseRow } from '../ledger/index.ts';
import type { NameKind, Names } from '../names/names.ts';
import { LANGUAGES, type Language } from '../provision/definition/language.ts';
import { iso } from './case.ts';

type Cell = string | number | boolean | null;

/** What a line is written with. */
interface CellWords {
  readonly now: Instant;
  readonly labels: Labels;
  readonly language: ExportLanguage;
  readonly names: Readonly<Record<NameKind, ReadonlyMap<number, string>>>;
}
type Column = readonly [name: string, of: (row: CaseRow, words: CellWords) => Cell];

/** The languages in which the file can name options. */
export const EXPORT_LANGUAGES = LANGUAGES;
export type ExportLanguage = Language;

/** An option's name beside its code. */
const named =
  (field: OptionField, code: (row: CaseRow) => string | null): Column[1] =>
  (row, { labels, language }) => {
    const name = code(row);
    return name === null ? null : labels.of(field, name, language);
  };

type IdOf = (row: CaseRow) => number | null;
/** The ids whose names have columns. */
const NAMED: Readonly<Record<NameKind, { readonly column: string; readonly id: IdOf }>> = {
  user: { column: 'assignee_name', id: (row) => row.assigneeId },
  brand: { column: 'brand_name', id: (row) => row.brandId },
  organization: { column: 'organization_name', id: (row) => row.organizationId },
};

/** The name that Zendesk has for an id beside it; empty where it can't be had. */
const nameColumn = (kind: NameKind): Column => {
  const { column, id } = NAMED[kind];
  return [column, (row, { names }) => names[kind].get(id(row) ?? 0) ?? null];
};

/** The columns of the register's file, by the API's names. */
const COLUMNS: readonly Column[] = [
  ['ticket_id', (row) => row.ticketId],
  ['current_ticket_id', (row) => row.currentTicketId],
  ['stage', (row) => row.stage],
  ['stage_name', named('stage', (row) => row.stage)],
  ['channel', (row) => row.channel],
  ['channel_name', named('channel', (row) => row.channel)],
  ['category', (row) => row.category],
  ['category_name', named('category', (row) => row.category)],
  ['flags', (row) => row.flags.join(' ')],
  ['outcome', (row) => row.outcome],
  ['outcome_name', named('outcome', (row) => row.outcome)],
  ['policy', (row) => row.policyId],
  ['policy_version', (row) => row.policyVersion],
  ['received_at', (row) => iso(row.receivedAt)],
  ['first_made_at', (row) => iso(row.firstMadeAt)],
  ['closed_at', (row) => iso(row.closedAt)],
  ['next_duty', (row) => row.nextDuty],
  ['next_due_at', (row) => iso(row.nextDueAt)],
  ['next_due_date', (row) => row.nextDueDate],
  [
    'overdue',
    ({ closedAt, nextDueAt }, { now }) => closedAt === null && nextDueAt !== null && nextDueAt < now,
  ],
  ['assignee_id', (row) => row.assigneeId],
  nameColumn('user'),
  ['group_id', (row) => row.groupId],
  ['brand_id', (row) => row.brandId],
  nameColumn('brand'),
  ['organization_id', (row) => row.organizationId],
  nameColumn('organization'),
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

/** The names that these columns need for these rows; the others are not asked for. */
export async function namesOf(
  rows: readonly CaseRow[],
  shown: readonly Column[],
  names: Names,
): Promise<CellWords['names']> {
  const of = (kind: NameKind): Promise<ReadonlyMap<number, string>> => {
    const { column, id } = NAMED[kind];
    const isShown = shown.some(([name]) => name === column);
    return names.of(kind, isShown ? rows.flatMap((row) => id(row) ?? []) : []);
  };
  const [user, brand, organization] = await Promise.all([of('user'), of('brand'), of('organization')]);
  return { user, brand, organization };
}
