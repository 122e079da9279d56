import * as attention from './attention.ts';
import { readCase, removeCase, saveCase } from './cases.ts';
import { casesOn } from './cases-on.ts';
import { openDatabase } from './database.ts';
import * as dueWakes from './due-wakes.ts';
import { failedLooks } from './failed-looks.ts';
import { createFigures } from './figures/index.ts';
import type { Ledger } from './ledger.ts';
import { listen } from './listen.ts';
import { measure } from './measures.ts';
import { migrate } from './migrate.ts';
import * as open from './open-cases.ts';
import * as pageTokens from './page-tokens.ts';
import { beat, leave } from './processes.ts';
import * as rebuilding from './rebuild.ts';
import * as register from './register.ts';
import { report } from './report.ts';
import * as runs from './runs.ts';
import * as slots from './send-slots.ts';
import * as settings from './settings.ts';
import * as tombstones from './tombstones.ts';
import { unratedCases } from './unrated.ts';
import { unseenAmong } from './unseen.ts';
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
export type { Ledger } from './ledger.ts';
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

export interface LedgerOptions {
  readonly databaseUrl: string;
  /** Connections at most; 10 by default. */
  readonly maxConnections?: number;
  /** What goes wrong in the background, while nobody waits: a broken idle connection. */
  readonly onError: (error: unknown) => void;
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
    dueWakes: (now, limit, mostBackground) => dueWakes.dueWakes(db, now, limit, mostBackground),
    nextWakeAt: (now) => dueWakes.nextWakeAt(db, now),
    readWake: (ticketId) => dueWakes.readWake(db, ticketId),
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
    readSetting: (key) => settings.readSetting(db, key),
    writeSetting: (key, value) => settings.writeSetting(db, key, value),
    settleSetting: (key, value) => settings.settleSetting(db, key, value),
    // Something is written: what can only be read can't take a webhook.
    ping: () => settings.writeSetting(db, 'pinged', ''),
    close: () => db.destroy(),
  };
}
