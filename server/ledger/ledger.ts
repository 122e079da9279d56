import type { Instant } from '../../domain/local-date.ts';
import type * as attention from './attention.ts';
import type { CaseRow, WholeCase } from './cases.ts';
import type { FailedLook } from './failed-looks.ts';
import type { Figures } from './figures/index.ts';
import type { Listener } from './listen.ts';
import type { Measures } from './measures.ts';
import type * as open from './open-cases.ts';
import type * as pageTokens from './page-tokens.ts';
import type { Beat, Others, Taken } from './processes.ts';
import type * as rebuilding from './rebuild.ts';
import type * as register from './register.ts';
import type { Report, ReportSpan } from './report.ts';
import type * as runs from './runs.ts';
import type * as slots from './send-slots.ts';
import type { LedgerTx } from './tables.ts';
import type * as tombstones from './tombstones.ts';
import type { UnratedCase } from './unrated.ts';
import type { Stamped, Unseen } from './unseen.ts';
import type * as wakes from './wakes.ts';

/** The service's own tables. Time is always told, never asked of the database. Rejects where the database is down. */
export interface Ledger {
  /** Commits what `work` did, or nothing where it throws. */
  transaction<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  saveCase(tx: LedgerTx, whole: WholeCase): Promise<void>;
  removeCase(tx: LedgerTx, ticketId: number): Promise<void>;
  readCase(ticketId: number): Promise<WholeCase | undefined>;
  /** The cases that began on this ticket or go on on it; several where complaints were merged. */
  casesOn(ticketId: number): Promise<WholeCase[]>;
  countAcknowledgements(wanted: slots.AcknowledgementCount): Promise<number>;
  /** The right to send one acknowledgement, given out singly over all processes; false where a limit is reached. */
  takeSendSlot(wanted: slots.SlotWanted): Promise<boolean>;

  /** In one commit: keeps the earlier time of a wake already there, raises its `seq`, and pokes the ticks. */
  wake(added: readonly wakes.Wake[]): Promise<void>;
  /** Those that may wait for others come last, and no more than `mostBackground` of them. */
  dueWakes(now: Instant, limit: number, mostBackground?: number): Promise<number[]>;
  nextWakeAt(now: Instant): Promise<Instant | undefined>;
  readWake(ticketId: number): Promise<wakes.WakeState | undefined>;
  settleWake(tx: LedgerTx, settlement: wakes.Settlement): Promise<'settled' | 'woken'>;
  failWake(failure: wakes.Failure): Promise<void>;
  /** Calls back at each wake that any process commits, and when one may have been missed. */
  onWake(listener: () => void): Promise<Listener>;
  /** The looks that a person must help, the oldest first. */
  failedLooks(): Promise<FailedLook[]>;
  measure(now: Instant): Promise<Measures>;

  /** A page of the register of all cases; how many there are; what people have to see to; the figures of a span. */
  registerPage(page: register.RegisterPage): Promise<CaseRow[]>;
  registerCount(filter: register.RegisterFilter, now: Instant): Promise<number>;
  markedCases(limit: number): Promise<attention.MarkedCases>;
  lookTroubles(ticketIds: readonly number[]): Promise<attention.LookTrouble[]>;
  report(span: ReportSpan): Promise<Report>;
  /** What the leads' page shows. */
  readonly figures: Figures;

  /** Says that this process is there, and takes what it needs of the account's limits, one process at a time. */
  beat(told: Beat, decide: (others: Others) => readonly Taken[]): Promise<Others>;
  leave(processId: string): Promise<void>;

  /** The cases that are not over, by their home tickets' ids. */
  openCases(page: open.CasePage): Promise<open.CaseTicket[]>;
  /** Those due first before the others. */
  listCases(wanted: { readonly open: boolean; readonly limit: number }): Promise<CaseRow[]>;
  /** The home ticket of the case that this ticket carries; undefined where it carries none. */
  homeOf(ticketId: number): Promise<number | undefined>;
  /** The cases closed since then whose customer may still say how it was, by their home tickets' ids. */
  unratedCases(page: open.CasePage & { readonly since: Instant }): Promise<UnratedCase[]>;
  /** Which of these tickets a look should see, because no look has seen them as they are now. */
  unseenAmong(tickets: readonly Stamped[], now: Instant): Promise<Unseen[]>;

  /** Takes a case and its tickets' wakes out for good, and remembers that they don't come back. */
  buryCase: typeof tombstones.buryCase;
  isTombstoned(ticketId: number): Promise<boolean>;
  casesOver(page: open.CasePage): Promise<tombstones.OverCase[]>;
  isStillOver: typeof tombstones.isStillOver;

  /** Work done in rounds, by one process at a time: taken by a lease, which a dead process loses. */
  takeRun(take: runs.RunTake): Promise<runs.Run | undefined>;
  keepRun(claim: runs.RunClaim, state: unknown): Promise<boolean>;
  endRun(end: runs.RunEnd): Promise<void>;
  readRun(name: string): Promise<runs.Run | undefined>;

  /** The list of tickets that a rebuild looks at, as it stands. */
  listRebuild(tickets: readonly rebuilding.RebuildTicket[]): Promise<void>;
  rebuildProgress(): Promise<rebuilding.RebuildProgress>;
  rebuildLeft(generation: number): Promise<{ readonly ticketId: number }[]>;
  rebuildFailures(): Promise<rebuilding.RebuildFailure[]>;
  endRebuild(): Promise<void>;

  /** Takes a token that opens the leads' page: false where it was taken before, by any process. */
  takePageToken(used: pageTokens.UsedPageToken): Promise<boolean>;

  readSetting(key: string): Promise<string | undefined>;
  writeSetting(key: string, value: string): Promise<void>;
  /** Stores the value unless there is one already; resolves with the one that holds. */
  settleSetting(key: string, value: string): Promise<string>;
  /** Whether the database answers and can be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
