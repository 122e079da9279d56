import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
import { promisesOf } from '../../server/provision/definition/promises.ts';
import type { AccountObjects } from '../../server/provision/discover.ts';
import { provision } from '../../server/provision/provision.ts';
import { type Service, startService } from '../../server/start.ts';
import { createPrepare } from '../../server/start-up/prepare.ts';
import { createWaits } from '../../server/waits.ts';
import { createZendesk } from '../../server/zendesk/index.ts';
import type { DemoDatabase } from '../demo/database.ts';
import { freePort } from '../demo/free-port.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { readPolicy } from '../support/policy.ts';
import { soakPolicy } from './policy.ts';

export interface HouseOptions {
  readonly seed: number;
  /** Where the account's clock starts; epoch milliseconds. */
  readonly start: number;
  /** How many of its seconds pass in a real one, for the account's clock and the service's waits alike. */
  readonly speed: number;
  readonly database: () => Promise<DemoDatabase>;
  readonly log: Logger;
}

/** An account, a database, and a service that can be stopped and started again. */
export interface House {
  readonly sandbox: Sandbox;
  readonly account: AccountObjects;
  readonly isUp: () => boolean;
  /** Tells the service that the clock has moved. */
  readonly poke: () => void;
  startService(): Promise<void>;
  stopService(): Promise<void>;
  /** Ends every connection that the service has to the database. Answers how many. */
  cutDatabase(): Promise<number>;
  sql(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

async function provisioned({ url: baseUrl, clientId, clientSecret }: Sandbox, publicUrl: string) {
  const { port, rest } = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read write' });
  const policy = await readPolicy('policies/ask4.yaml');
  const { company } = policy;
  const serviceUserId = (await port.me()).id;
  return provision(rest, { publicUrl, company, promises: promisesOf(policy), serviceUserId, language: 'en' });
}

function configFor(
  { url, clientId, clientSecret }: Sandbox,
  port: number,
  settings: Readonly<Record<string, string>>,
): Config {
  const read = readConfig({
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    ...settings,
  });
  if (!read.ok) throw new Error(`the soak's own settings are wrong: ${JSON.stringify(read.faults)}`);
  return read.config;
}

async function openSandbox({ seed, start, speed }: HouseOptions): Promise<Sandbox> {
  const read = JSON.parse(await readFile(new URL('../demo/seed.json', import.meta.url), 'utf8'));
  return startSandbox({
    seed: { ...read, tickets: [] },
    now: new Date(start).toISOString(),
    randomSeed: seed,
    webhookTimeoutMs: 12_000 / speed,
    webhookRetryScale: 1 / speed,
  });
}

async function connectedTo(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}

const PORT_TRIES = 100;

/** While the service was down, its port may have served some other process for a moment. */
async function untilPortIsFree<T>(start: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || tries === PORT_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

type Run = Pick<House, 'isUp' | 'poke' | 'startService' | 'stopService'>;

function createRun(config: Config, sandbox: Sandbox, { speed, log }: HouseOptions): Run {
  let service: Service | undefined;
  return {
    isUp: () => service !== undefined,
    poke: () => service?.poke(),
    startService: async () => {
      const { clock } = sandbox;
      service = await untilPortIsFree(() =>
        startService({ config, log, clock, waits: createWaits(speed), prepare: createPrepare() }),
      );
    },
    stopService: async () => {
      const stopping = service;
      service = undefined;
      await stopping?.stop();
    },
  };
}

/** Everything in this process but Postgres, provisioned, with the clock running at speed. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const sandbox = await openSandbox(options);
  const database = await options.database();
  const db = await connectedTo(database.url);
  const port = await freePort();
  const account = await provisioned(sandbox, `http://127.0.0.1:${port}`);
  const policy = await soakPolicy();
  const run = createRun(
    configFor(sandbox, port, { DATABASE_URL: database.url, POLICY: policy.path }),
    sandbox,
    options,
  );
  sandbox.clock.onChange(run.poke);
  const sql: House['sql'] = async (statement, values = []) => (await db.query(statement, values)).rows;
  await run.startService();
  sandbox.clock.setRate(options.speed);
  return {
    ...run,
    sandbox,
    account,
    sql,
    cutDatabase: async () => {
      const cut = await sql(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return cut.length;
    },
    stop: async () => {
      await run.stopService();
      await db.end();
      await database.drop();
      await sandbox.stop();
      await policy.remove();
    },
  };
}
