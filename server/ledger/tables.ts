import type { ColumnType, Generated, Transaction } from 'kysely';
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
  /** `YYYY-MM-DD` in the policy's zone. */
  nextDueDate: string | null;
  nextLookAt: MaybeAt;
  requesterId: number;
  assigneeId: number | null;
  groupId: number | null;
  brandId: number | null;
  organizationId: number | null;
  formId: number | null;
  /** The root cause, by the policy's name of it. */
  category: string | null;
  flags: string[];
  firstMadeAt: MaybeAt;
  marks: string[];
  /** Since when there is reason for each mark, by its code. */
  markedSince: Json<Readonly<Record<string, Instant>>>;
  /** Whether the acknowledgement waits for a letter, because the customer has no e-mail address. */
  byPost: boolean;
  /** What the customer has said in Zendesk's survey about the ticket: `offered`, `good`, `bad`; null: not asked. */
  rating: string | null;
  /** The ticket on which the case goes on: a follow-up, or the one that it was merged into; else its home ticket. */
  currentTicketId: number;
  /** The stamp of the current ticket as last read; null where it never was. */
  ticketUpdatedAt: MaybeAt;
  /** When the ticket was found gone, and why; what the ledger has is kept. */
  lostAt: MaybeAt;
  lostWhy: string | null;
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
  /** The reason noted for its being late, by its name in the list; null where none was given. */
  delayReason: string | null;
}

/** What a lead has decided to do about a root cause. Known here only: Zendesk doesn't tell of it. */
export interface CauseActionsTable {
  id: Generated<number>;
  category: string;
  /** Words of a lead's own, without personal data. */
  what: string;
  ownerId: number;
  /** `YYYY-MM-DD`. */
  dueDate: string;
  createdAt: At;
  doneAt: MaybeAt;
}

export interface WakesTable {
  ticketId: number;
  wakeAt: MaybeAt;
  seq: number;
  attempts: number;
  changedAt: MaybeAt;
  quietUntil: MaybeAt;
  lastError: string | null;
  /** The failure's code; null where the last look did not fail. */
  errorCode: string | null;
  /** When looking was given up, because only a person can help; null while it goes on. */
  gaveUpAt: MaybeAt;
  /** Whether the look may wait for others: a rebuild, a recomputation. */
  background: ColumnType<boolean, boolean | undefined, boolean>;
  /** What the wake's log lines are found by: the id of the webhook's invocation. */
  correlation: string | null;
  /** The ticket's own stamp as the last look that settled saw it, and when it was asked for by our clock. */
  seenStamp: MaybeAt;
  seenAt: MaybeAt;
}

/** What is done in rounds: when it is due next, who is at it (by real time), and where it stands. */
export interface RunsTable {
  name: string;
  dueAt: MaybeAt;
  heldBy: string | null;
  heldUntil: MaybeAt;
  finishedAt: MaybeAt;
  state: Json<unknown>;
}

/** The tickets that a rebuild looks at; 0 are home tickets, 1 their follow-ups and so on. */
export interface RebuildTable {
  ticketId: number;
  generation: number;
  createdAt: At;
  doneAt: MaybeAt;
}

/** Cases that were erased or have expired: a rebuild doesn't bring them back. */
export interface TombstonesTable {
  ticketId: number;
  erasedAt: At;
  /** `erased` or `expired`. */
  why: string;
}

/** The service's processes, by real time: they share the account's rate limit. */
export interface ProcessesTable {
  id: string;
  seenAt: At;
}

/** What a process, alive or gone, has taken of one of Zendesk's limits, by real time. */
export interface TakenCallsTable {
  processId: string;
  key: string;
  calls: number;
  until: At;
}

/** The account's limit as Zendesk told it last, by real time; the only row is `account`. */
export interface ToldLimitsTable {
  name: string;
  calls: number;
  toldAt: At;
}

/** Acknowledgements that are going out, or went out lately, so that looks side by side keep the limits. */
export interface SendSlotsTable {
  ticketId: number;
  requesterId: number;
  at: At;
}

/** Tokens that have opened the leads' page, by real time. */
export interface UsedPageTokensTable {
  digest: string;
  expiresAt: At;
}

export interface SettingsTable {
  key: string;
  value: string;
}

export interface Tables {
  cases: CasesTable;
  caseEvents: CaseEventsTable;
  deadlines: DeadlinesTable;
  causeActions: CauseActionsTable;
  wakes: WakesTable;
  tombstones: TombstonesTable;
  processes: ProcessesTable;
  takenCalls: TakenCallsTable;
  toldLimits: ToldLimitsTable;
  runs: RunsTable;
  rebuild: RebuildTable;
  sendSlots: SendSlotsTable;
  settings: SettingsTable;
  usedPageTokens: UsedPageTokensTable;
}

/** A transaction of the ledger; what is saved in it is committed with the wake that it settles, or not at all. */
export type LedgerTx = Transaction<Tables>;
