import type { ColumnType, Transaction } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';

/** `timestamptz`: read as epoch milliseconds (see database.ts), written as a Date. */
type At = ColumnType<Instant, Date, Date>;
type MaybeAt = ColumnType<Instant | null, Date | null, Date | null>;
/** `jsonb`: written as text, so that an array isn't taken for a Postgres array. */
type Json<T> = ColumnType<T, string, string>;

export interface CasesTable {
  ticketId: number;
  stage: string;
  channel: string | null;
  policyId: string;
  policyVersion: string;
  outcome: string | null;
  receivedAt: At;
  closedAt: MaybeAt;
  nextDueAt: MaybeAt;
  nextDuty: string | null;
  nextLookAt: MaybeAt;
  requesterId: number;
  assigneeId: number | null;
  groupId: number | null;
  brandId: number | null;
  marks: string[];
  updatedAt: At;
}

export interface CaseEventsTable {
  ticketId: number;
  position: number;
  auditId: number;
  kind: string;
  at: At;
  recordedAt: At;
  authorId: number | null;
  payload: Json<Record<string, unknown>>;
}

export interface DeadlinesTable {
  ticketId: number;
  regime: string;
  duty: string;
  anchorAt: At;
  projected: boolean;
  dueAt: At;
  /** `YYYY-MM-DD` in the policy's zone. */
  dueDate: string;
  warnAt: At;
  doneAt: MaybeAt;
  waived: string | null;
}

export interface WakesTable {
  ticketId: number;
  wakeAt: MaybeAt;
  seq: number;
  attempts: number;
  changedAt: MaybeAt;
  quietUntil: MaybeAt;
  lastError: string | null;
}

export interface SettingsTable {
  key: string;
  value: string;
}

export interface Tables {
  cases: CasesTable;
  caseEvents: CaseEventsTable;
  deadlines: DeadlinesTable;
  wakes: WakesTable;
  settings: SettingsTable;
}

/** A transaction of the ledger; what is saved in it is committed with the wake that it settles, or not at all. */
export type LedgerTx = Transaction<Tables>;
