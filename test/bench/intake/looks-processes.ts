import { openLedger } from '../../../server/ledger/index.ts';
import { freePort } from '../../demo/free-port.ts';
import { until } from '../../demo/until.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import type { BenchAccount } from './account.ts';
import type { BenchDatabase } from './database.ts';
import { type BenchService, startBenchService } from './service.ts';
import { besideOne, type Round } from './side-by-side.ts';

interface LooksOptions {
  readonly account: BenchAccount;
  readonly database: BenchDatabase;
  readonly complaints: number;
}

/** A minute of the account's in a second: its limit is 2,500 calls a second then, which nothing here reaches. */
const SPEED = 60;
const SOON_MS = 10_000 * SPEED;

async function startOne(
  { account, database }: LooksOptions,
  origin: readonly number[],
): Promise<BenchService> {
  const settings = {
    ...account.settings(database.url),
    PORT: String(await freePort()),
    QUIET_MS: '0',
    SWEEP_MINUTES: '60',
  };
  return startBenchService({ program: './service-process.ts', args: origin.map(String), settings });
}

/** Wakes every complaint, and answers how many were looked at in a second. */
async function lookAtAll({ account, database, complaints }: LooksOptions): Promise<number> {
  const { sandbox, firstTicket } = account;
  const ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
  const tickets = Array.from({ length: complaints }, (_, index) => firstTicket + index);
  try {
    const begun = performance.now();
    await ledger.wake(tickets.map((ticketId) => ({ ticketId, at: sandbox.clock.now() })));
    await until('all complaints were looked at', async () => {
      const [row] = await database.sql('select count(*)::int as due from wakes where wake_at <= $1', [
        new Date(sandbox.clock.now() + SOON_MS),
      ]);
      return row?.due === 0 || undefined;
    });
    return complaints / ((performance.now() - begun) / 1_000);
  } finally {
    await ledger.close();
  }
}

async function measureRound(options: LooksOptions, counts: readonly number[], origin: readonly number[]) {
  const running: BenchService[] = [];
  const measured = new Map<number, number>();
  try {
    for (const count of counts) {
      while (running.length < count) running.push(await startOne(options, origin));
      // The first look at a complaint writes; all others find nothing to write.
      await lookAtAll(options);
      measured.set(count, await lookAtAll(options));
    }
  } finally {
    for (const service of running) await service.end();
  }
  return measured;
}

/** Looks without a change by several services on one Postgres, beside one. */
export async function looksProcesses(options: LooksOptions, { quick }: BenchOptions): Promise<Figure[]> {
  const counts = quick ? [1, 2] : [1, 2, 4];
  const { clock } = options.account.sandbox;
  clock.setRate(SPEED);
  const origin = [SPEED, Date.now(), clock.now()];
  const rounds: Round[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round += 1)
    rounds.push(await measureRound(options, counts, origin));
  const note =
    "four looks at a time in each; two calls a look, 50 ms each on top; the account's limit out of the way";
  return besideOne(rounds, { what: 'looks', note });
}
