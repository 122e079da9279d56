import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import {
  type AcknowledgementCount,
  countAcknowledgements,
  readCase,
  removeCase,
  saveCase,
  type WholeCase,
} from './cases.ts';
import { openDatabase } from './database.ts';
import { type Listener, listen } from './listen.ts';
import { migrate } from './migrate.ts';
import type { LedgerTx, Tables } from './tables.ts';
import * as wakes from './wakes.ts';

export type { AcknowledgementCount, CaseEventRow, CaseRow, DeadlineRow, WholeCase } from './cases.ts';
export type { LedgerTx } from './tables.ts';
export type { Failure, Settlement, Wake, WakeState } from './wakes.ts';

/** The service's own tables. Time is always told, never asked of the database. Rejects where the database is down. */
export interface Ledger {
  /** Commits what `work` did, or nothing where it throws. */
  transaction<T>(work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  saveCase(tx: LedgerTx, whole: WholeCase): Promise<void>;
  removeCase(tx: LedgerTx, ticketId: number): Promise<void>;
  readCase(ticketId: number): Promise<WholeCase | undefined>;
  countAcknowledgements(wanted: AcknowledgementCount): Promise<number>;

  /** In one commit: keeps the earlier time of a wake already there, raises its `seq`, and pokes the ticks. */
  wake(added: readonly wakes.Wake[]): Promise<void>;
  dueWakes(now: Instant, limit: number): Promise<number[]>;
  nextWakeAt(now: Instant): Promise<Instant | undefined>;
  readWake(ticketId: number): Promise<wakes.WakeState | undefined>;
  settleWake(tx: LedgerTx, settlement: wakes.Settlement): Promise<'settled' | 'woken'>;
  failWake(failure: wakes.Failure): Promise<void>;
  /** Calls back at each wake that any process commits, and when one may have been missed. */
  onWake(listener: () => void): Promise<Listener>;

  readSetting(key: string): Promise<string | undefined>;
  /** Stores the value unless there is one already; resolves with the one that holds. */
  settleSetting(key: string, value: string): Promise<string>;
  /** Whether the database answers. */
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
    countAcknowledgements: (wanted) => countAcknowledgements(db, wanted),
    wake: (added) => wakes.addWakes(db, added),
    dueWakes: (now, limit) => wakes.dueWakes(db, now, limit),
    nextWakeAt: (now) => wakes.nextWakeAt(db, now),
    readWake: (ticketId) => wakes.readWake(db, ticketId),
    settleWake: wakes.settleWake,
    failWake: (failure) => wakes.failWake(db, failure),
    onWake: (onNotice) => listen({ databaseUrl, channel: wakes.WAKE_CHANNEL, onNotice, onError }),
    readSetting: (key) => readSetting(db, key),
    settleSetting: (key, value) => settleSetting(db, key, value),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
