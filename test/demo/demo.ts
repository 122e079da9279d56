import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import { buildDashboard } from '../../scripts/build-dashboard.ts';
import { packageForTrial } from '../../scripts/package-app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { promisesOf } from '../../server/provision/definition/promises.ts';
import type { AccountObjects } from '../../server/provision/discover.ts';
import { provision } from '../../server/provision/provision.ts';
import type { Step } from '../../server/reconcile/look.ts';
import { type Service, startService } from '../../server/start.ts';
import { createPrepare } from '../../server/start-up/prepare.ts';
import type { Waits } from '../../server/waits.ts';
import { createZendesk } from '../../server/zendesk/index.ts';
import { type Sandbox, type SandboxClock, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { readPolicy } from '../support/policy.ts';
import { type DemoDatabase, demoDatabase } from './database.ts';
import { holdPort } from './free-port.ts';
import { waitsOf } from './waits.ts';

export interface DemoOptions {
  /** Of the sandbox; 0 for any. */
  readonly port?: number;
  /** Milliseconds that each API call takes on top; 50 by default. */
  readonly latencyMs?: number;
  /** Where the sandbox's clock starts; the present by default. */
  readonly now?: string;
  readonly seed?: SandboxOptions['seed'];
  /** What was set up in the account of another demo: provisioning then finds it there. */
  readonly configuration?: SandboxOptions['configuration'];
  /** What the pauses between tries of a webhook are multiplied with; 1 by default. */
  readonly webhookRetryScale?: number;
  /** Where the ledger goes; a database of the demo's own by default. */
  readonly database?: () => Promise<DemoDatabase>;
  /** Whether the app is built, packed and installed from its zip; true by default. */
  readonly app?: boolean;
  /** Further settings of the service, by the names that its environment uses. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How the service waits; in real time by default, with moves of the clock. */
  readonly waits?: (clock: SandboxClock) => Waits;
  readonly log: Logger;
  /** Told what is being done while the parts start. */
  readonly onStart?: (what: string) => void;
  readonly onStep?: (step: Step) => void;
}

export interface Demo {
  readonly sandbox: Sandbox;
  readonly service: Service;
  readonly account: AccountObjects;
  /** The service's, so that another one can take its place. */
  readonly config: Config;
  stop(): Promise<void>;
}

async function seedFile(): Promise<SandboxOptions['seed']> {
  return JSON.parse(await readFile(new URL('./seed.json', import.meta.url), 'utf8'));
}

interface ServicePlace {
  readonly sandbox: Sandbox;
  readonly port: number;
  readonly databaseUrl: string;
  readonly appSecret: string;
  /** The account's subdomain. */
  readonly subdomain: string;
  readonly settings: DemoOptions['settings'];
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

function configFor({ sandbox, port, databaseUrl, appSecret, subdomain, settings }: ServicePlace) {
  const read = readConfig({
    ZENDESK_URL: sandbox.url,
    ZENDESK_CLIENT_ID: sandbox.clientId,
    ZENDESK_CLIENT_SECRET: sandbox.clientSecret,
    PUBLIC_URL: addressOf(port),
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    QUIET_MS: '1000',
    ZENDESK_ACCOUNT: subdomain,
    APP_SHARED_SECRET: appSecret,
    ...settings,
  });
  if (!read.ok) throw new Error(`the demo's own settings are wrong: ${JSON.stringify(read.faults)}`);
  return read.config;
}

async function provisionAccount(sandbox: Sandbox, publicUrl: string): Promise<AccountObjects> {
  const { url: baseUrl, clientId, clientSecret } = sandbox;
  const { port, rest } = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read write' });
  const policy = await readPolicy('policies/ask4.yaml');
  return provision(rest, {
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: (await port.me()).id,
    language: 'en',
  });
}

type Close = () => Promise<void>;

async function assemble(options: DemoOptions, closers: Close[]): Promise<Demo> {
  const { log, onStart = () => {}, onStep, port = 0, latencyMs = 50, now } = options;
  if (options.app !== false) onStart('building the app and the page of the team leads');
  const policy = await readPolicy('policies/ask4.yaml');
  const place = await holdPort();
  closers.push(place.release);
  const appSecret = options.settings?.APP_SHARED_SECRET ?? randomBytes(32).toString('base64url');
  const settings = {
    company: policy.company.name,
    service_url: addressOf(place.port),
    shared_secret: appSecret,
    letterhead: [policy.company.name, ...policy.company.postalAddress].join('\n'),
  };
  const apps = options.app === false ? [] : [{ folder: await packageForTrial(), settings }];
  if (options.app !== false) await buildDashboard();
  const seed = options.seed ?? (await seedFile());
  const sandbox = await startSandbox({
    port,
    latencyMs,
    apps,
    ...(seed ? { seed } : {}),
    ...(now ? { now } : {}),
    ...(options.configuration ? { configuration: options.configuration } : {}),
    webhookRetryScale: options.webhookRetryScale ?? 1,
  });
  closers.push(sandbox.stop);
  onStart('starting Postgres');
  const database = await (options.database ?? demoDatabase)();
  closers.push(database.drop);
  onStart('creating fields, macros, trigger, webhook and views in the account');
  const config = configFor({
    sandbox,
    port: place.port,
    databaseUrl: database.url,
    appSecret,
    subdomain: seed?.account?.subdomain ?? 'sandbox',
    settings: options.settings,
  });
  const account = await provisionAccount(sandbox, config.publicUrl);
  const prepare = createPrepare(onStep ? { onStep } : {});
  await place.release();
  const { clock } = sandbox;
  const waits = (options.waits ?? waitsOf)(clock);
  const service = await startService({ config, log, clock, waits, prepare });
  closers.push(service.stop);
  clock.onChange(service.poke);
  return { sandbox, service, account, config, stop: () => closeAll(closers) };
}

async function closeAll(closers: Close[]): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
}

/** Sandbox, Postgres, service and app in this process, provisioned and seeded. Rejects with nothing left running. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const closers: Close[] = [];
  try {
    return await assemble(options, closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}
