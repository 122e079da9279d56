import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import * as attention from './attention.ts';
import { type CaseRow, readCase, removeCase, saveCase, type WholeCase } from './cases.ts';
import { casesOn } from './cases-on.ts';
import { openDatabase } from './database.ts';
import { type FailedLook, failedLooks } from './failed-looks.ts';
import { createFigures, type Figures } from './figures/index.ts';
import { type Listener, listen } from './listen.ts';
import { type Measures, measure } from './measures.ts';
import { migrate } from './migrate.ts';
import * as open from './open-cases.ts';
import * as pageTokens from './page-tokens.ts';
import { type Beat, beat, leave, type Others, type Taken } from './processes.ts';
import * as rebuilding from './rebuild.ts';
import * as register from './register.ts';
import { type Report, type ReportSpan, report } from './report.ts';
import * as runs from './runs.ts';
import * as slots from './send-slots.ts';
import type { LedgerTx, Tables } from './tables.ts';
import * as tombstones from './tombstones.ts';
import { type UnratedCase, unratedCases } from './unrated.ts';
import { type Stamped, type Unseen, unseenAmong } from './unseen.ts';
import * as wakes from './wakes.ts';

export type { LookTrouble, MarkedCase, MarkedCases } from './attention.ts';
export type { CaseEventRow, CaseRow, DeadlineRow, WholeCase } from './cases.ts';
export type { FailedLook } from './failed-looks.ts';
export type {
  CauseAction,
  CauseCount,
  DueCount,
  FigureFilter,
  Figures,
  HandlerCount,
  KeptCount,
  NamedCount,
  OpenCounts,
  RedressCount,
  Satisfaction,
  TakenTimes,
} from './figures/index.ts';
export type { Measures } from './measures.ts';
export type { CasePage, CaseTicket } from './open-cases.ts';
export type { Beat, Others, Taken } from './processes.ts';
export type { RebuildFailure, RebuildProgress, RebuildTicket } from './rebuild.ts';
export {
  placeOf,
  REGISTER_SORTS,
  type RegisterFilter,
  type RegisterPage,
  type RegisterPlace,
  type RegisterSort,
} from './register.ts';
export type { FellDue } from './register-conditions.ts';
export type { Report, ReportSpan } from './report.ts';
export type { Run, RunClaim, RunEnd, RunTake } from './runs.ts';
export type { AcknowledgementCount, SendLimit, SlotWanted } from './send-slots.ts';
export type { LedgerTx } from './tables.ts';
export type { OverCase, TombstoneWhy } from './tombstones.ts';
export type { UnratedCase } from './unrated.ts';
export type { Stamped, Unseen } from './unseen.ts';
export {
  type Failure,
  QUIET_AT_MOST_MS,
  type Seen,
  type Settlement,
  type Wake,
  type WakeState,
} from './wakes.ts';

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

export interface LedgerOptions {
  readonly databaseUrl: string;
  /** Connections at most; 10 by default. */
  readonly maxConnections?: number;
  /** What goes wrong in the background, while nobody waits: a broken idle connection. */
  readonly onError: (error: unknown) => void;
}

async function readSetting(db: Kysely<Tables>, key: string): Promise<string | undefined> {
  return (await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

async function writeSetting(db: Kysely<Tables>, key: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

async function settleSetting(db: Kysely<Tables>, key: string, value: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await readSetting(db, key)) ?? value;
}

/** Connects and migrates. Safe when several processes do so at once. */
export async function openLedger({
  databaseUrl,
  maxConnections = 10,
  onError,
}: LedgerOptions): Promise<Ledger> {
  const db = openDatabase({ databaseUrl, max: maxConnections, onError });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    transaction: (work) => db.transaction().execute(work),
    saveCase,
    removeCase,
    readCase: (ticketId) => readCase(db, ticketId),
    casesOn: (ticketId) => casesOn(db, ticketId),
    countAcknowledgements: (wanted) => slots.countAcknowledgements(db, wanted),
    takeSendSlot: (wanted) => slots.takeSendSlot(db, wanted),
    wake: (added) => wakes.addWakes(db, added),
    dueWakes: (now, limit, mostBackground) => wakes.dueWakes(db, now, limit, mostBackground),
    nextWakeAt: (now) => wakes.nextWakeAt(db, now),
    readWake: (ticketId) => wakes.readWake(db, ticketId),
    settleWake: wakes.settleWake,
    failWake: (failure) => wakes.failWake(db, failure),
    onWake: (onNotice) => listen({ databaseUrl, channel: wakes.WAKE_CHANNEL, onNotice, onError }),
    failedLooks: () => failedLooks(db),
    measure: (now) => measure(db, now),
    registerPage: (page) => register.registerPage(db, page),
    registerCount: (filter, now) => register.registerCount(db, filter, now),
    markedCases: (limit) => attention.markedCases(db, limit),
    lookTroubles: (ticketIds) => attention.lookTroubles(db, ticketIds),
    report: (span) => report(db, span),
    figures: createFigures(db),
    beat: (told, decide) => beat(db, told, decide),
    leave: (processId) => leave(db, processId),
    openCases: (page) => open.openCases(db, page),
    listCases: (wanted) => open.listCases(db, wanted),
    homeOf: (ticketId) => open.homeOf(db, ticketId),
    unratedCases: (page) => unratedCases(db, page),
    unseenAmong: (tickets, now) => unseenAmong(db, tickets, now),
    buryCase: tombstones.buryCase,
    isTombstoned: (ticketId) => tombstones.isTombstoned(db, ticketId),
    casesOver: (page) => tombstones.casesOver(db, page),
    isStillOver: tombstones.isStillOver,
    takeRun: (take) => runs.takeRun(db, take),
    keepRun: (claim, state) => runs.keepRun(db, claim, state),
    endRun: (end) => runs.endRun(db, end),
    readRun: (name) => runs.readRun(db, name),
    listRebuild: (tickets) => rebuilding.listRebuild(db, tickets),
    rebuildProgress: () => rebuilding.rebuildProgress(db),
    rebuildLeft: (generation) => rebuilding.rebuildLeft(db, generation),
    rebuildFailures: () => rebuilding.rebuildFailures(db),
    endRebuild: () => rebuilding.endRebuild(db),
    takePageToken: (used) => pageTokens.takePageToken(db, used),
    readSetting: (key) => readSetting(db, key),
    writeSetting: (key, value) => writeSetting(db, key, value),
    settleSetting: (key, value) => settleSetting(db, key, value),
    // Something is written: what can only be read can't take a webhook.
    ping: () => writeSetting(db, 'pinged', ''),
    close: () => db.destroy(),
  };
}
