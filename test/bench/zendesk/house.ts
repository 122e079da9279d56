import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { embeddedPostgres } from '../../../server/ledger/embedded-postgres.ts';
import { type Demo, startDemo } from '../../demo/demo.ts';
import type { RequestLogEntry } from '../../sandbox/http/request-log.ts';
import type { Configuration } from '../../sandbox/index.ts';
import { createCustomers } from '../../server/reconcile/support/customers.ts';
import { PRIYA, TOM } from '../../server/reconcile/support/people.ts';
import { type Person, signInAs } from '../../server/reconcile/support/person.ts';
import { createSkippingWaits } from './skipping-waits.ts';

export interface HouseOptions {
  /** The account's plan, which sets its limits; that of the demo by default. */
  readonly plan?: string;
  /** Milliseconds that each API call takes on top. */
  readonly latencyMs?: number;
  readonly concurrency?: number;
  /** Told of each pause that the service makes, in milliseconds. */
  readonly onPause?: (ms: number) => void;
}

/** An account with the service at work on it, and an agent and an administrator in it. */
export interface House extends Demo {
  readonly tom: Person;
  readonly priya: Person;
  /** Moves the account's clock to the end of the next wait of the service. */
  skip(): void;
  /** A mail from a new customer; answers its ticket, of which the service hears nothing. */
  letter(): Promise<number>;
  /** What the service has asked so far, from a line of the request log on. */
  calls(from?: number): RequestLogEntry[];
  /** Lines of the request log. */
  lines(): number;
}

/** More acknowledgements at once than the policy's brake lets through: here the limits of the account are tried. */
const UNBRAKED = '\nsending:\n  burst: { count: 100000, minutes: 10 }\n';
const START = '2026-04-02T09:00:00Z';

/** Postgres for all houses of a section, in a folder of its own. */
export async function createStreet() {
  const folder = join(tmpdir(), `complaint-clock-bench-${process.pid}`);
  const postgres = await embeddedPostgres({ folder: join(folder, 'postgres'), durable: false });
  const policy = join(folder, 'policy.yaml');
  await writeFile(policy, (await readFile('policies/ask4.yaml', 'utf8')) + UNBRAKED);
  const seed = JSON.parse(await readFile('test/demo/seed.json', 'utf8'));
  let built = 0;
  /** How the accounts of each plan were set up, so that only the first is provisioned from nothing. */
  const setUps = new Map<string, Configuration>();

  return {
    build: async (options: HouseOptions = {}): Promise<House> => {
      const { plan = 'enterprise', latencyMs = 0, concurrency = 4 } = options;
      built += 1;
      const waits = createSkippingWaits(options.onPause);
      const setUp = setUps.get(plan);
      const url = await postgres.databaseUrl(`house_${built}`);
      const demo = await startDemo({
        now: START,
        latencyMs,
        app: false,
        ...(setUp ? { configuration: setUp } : {}),
        seed: { ...seed, account: { ...seed.account, plan } },
        database: async () => ({ url, drop: async () => {} }),
        waits: waits.on,
        log: pino({ level: 'silent' }),
        settings: { POLICY: policy, QUIET_MS: '100', RATE_SHARE: '100', CONCURRENCY: String(concurrency) },
      });
      const { sandbox, account } = demo;
      if (!setUp) setUps.set(plan, sandbox.configuration());
      const [tom, priya] = [await signInAs(sandbox.url, TOM), await signInAs(sandbox.url, PRIYA)];
      const isOurs = ({ userId, path }: RequestLogEntry): boolean =>
        userId === account.serviceUserId && path.startsWith('/api/');
      const { customer, mail } = createCustomers(sandbox.url, tom, priya);
      return {
        ...demo,
        skip: waits.skip,
        letter: async () => mail(await customer()),
        tom,
        priya,
        calls: (from = 0) => sandbox.requests().slice(from).filter(isOurs),
        lines: () => sandbox.requests().length,
      };
    },
    tearDown: async (): Promise<void> => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Street = Awaited<ReturnType<typeof createStreet>>;
