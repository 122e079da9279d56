import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { signJwt } from '../../sandbox/host/jwt.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import type { BenchAccount } from './account.ts';
import type { Load } from './load.ts';
import { type BenchService, startBenchService } from './service.ts';

export interface MemoryOptions {
  readonly account: BenchAccount;
  readonly settings: Readonly<Record<string, string>>;
  readonly load: Load;
  /** Open cases in the ledger, with tickets from the account's first on. */
  readonly cases: number;
}

const APP_SECRET = 'a-secret-of-the-bench-with-40-letters-..';
const TELLER = pathToFileURL(new URL('./memory-teller.ts', import.meta.url).pathname).href;
const LIMIT_MB = 200;
const EVERY_MS = 250;

const memory = z.object({ rss: z.number(), heap: z.number() });

const megabytes = (bytes: number): number => bytes / 1_000_000;

async function memoryOf(service: BenchService, when: 'now' | 'collected'): Promise<z.output<typeof memory>> {
  const told = service.told(memory);
  service.process.send(when);
  return told;
}

/** Asks for cases as the sidebars of a busy team do, one after the other, until it is ended. */
function readAll({ url }: BenchService, { account, cases, settings }: MemoryOptions) {
  let ended = false;
  const ask = async (): Promise<void> => {
    for (let index = 0; !ended; index += 1) {
      const claims = { account: settings.ZENDESK_ACCOUNT ?? '' };
      const token = signJwt({ algorithm: 'HS256', secretKey: APP_SECRET, expiry: 60, claims }, Date.now());
      const address = `${url}/api/v1/cases/${account.firstTicket + ((index * 7) % cases)}`;
      const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`the app API answered ${answer.status}`);
    }
  };
  const asking = ask();
  return async (): Promise<void> => {
    ended = true;
    await asking;
  };
}

/** Webhooks for all tickets as fast as they are taken, looks at them, and the app API, all at the same time. */
async function peakUnderLoad(
  service: BenchService,
  options: MemoryOptions,
  webhooks: number,
): Promise<number> {
  const { account, load, cases } = options;
  let peak = 0;
  const endReading = readAll(service, options);
  let loading = true;
  const sending = load
    .run({
      ports: [service.port],
      connections: 64,
      secret: account.objects.signingSecret,
      count: webhooks,
      firstTicket: account.firstTicket,
      tickets: cases,
    })
    .finally(() => {
      loading = false;
    });
  while (loading) {
    peak = Math.max(peak, (await memoryOf(service, 'now')).rss);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  const done = await sending;
  await endReading();
  if (done.others > 0) throw new Error(`${done.others} webhooks were not acknowledged under load`);
  return peak;
}

/** What the service's process holds with open cases in its ledger, while everything that it does is under way. */
export async function memoryUnderLoad(options: MemoryOptions, { quick }: BenchOptions): Promise<Figure[]> {
  const { cases } = options;
  const webhooks = quick ? 500 : 30_000;
  const service = await startBenchService({
    settings: { ...options.settings, APP_SHARED_SECRET: APP_SECRET },
    execArgv: ['--expose-gc', '--import', TELLER],
  });
  try {
    const peak = megabytes(await peakUnderLoad(service, options, webhooks));
    const heap = megabytes((await memoryOf(service, 'collected')).heap);
    const limit = { is: 'at most', value: LIMIT_MB, of: 'ours' } as const;
    const load = `${webhooks} webhooks from 64 connections, looks and the app API at the same time; Postgres apart`;
    return [
      {
        name: `memory of the service (RSS), ${cases} open cases`,
        unit: 'MB',
        ours: peak,
        limit,
        runs: 1,
        range: [peak, peak],
        note: `the highest under load: ${load}`,
      },
      {
        name: `heap after collection, ${cases} open cases`,
        unit: 'MB',
        ours: heap,
        limit,
        runs: 1,
        range: [heap, heap],
        note: 'with buffers outside the heap, after the same load',
      },
    ];
  } finally {
    await service.end();
  }
}
