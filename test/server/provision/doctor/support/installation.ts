import { createServer, type RequestListener } from 'node:http';
import { z } from 'zod';
import { type Config, readConfig } from '../../../../../server/config.ts';
import { CHECKS } from '../../../../../server/provision/doctor/checks/index.ts';
import { createContext } from '../../../../../server/provision/doctor/context.ts';
import { runChecks } from '../../../../../server/provision/doctor/run.ts';
import type { CheckResult } from '../../../../../server/provision/doctor/types.ts';
import { promisesOf, provision } from '../../../../../server/provision/index.ts';
import { type Service, startService } from '../../../../../server/start.ts';
import { createPrepare } from '../../../../../server/start-up/prepare.ts';
import { readVersion } from '../../../../../server/version.ts';
import { createZendesk } from '../../../../../server/zendesk/index.ts';
import type { ZendeskRest } from '../../../../../server/zendesk/port.ts';
import { holdPort } from '../../../../demo/free-port.ts';
import { until } from '../../../../demo/until.ts';
import { type Sandbox, startSandbox } from '../../../../sandbox/index.ts';
import { readPolicy } from '../../../../support/policy.ts';
import { testDatabase } from '../../../../support/postgres.ts';
import { testLog } from '../../../support/log.ts';
import { PEOPLE, SEED, SETTINGS } from '../../account.ts';
import { appFolder } from './app-folder.ts';

/** An administrator, who provisions; an agent whose role may not edit tags. */
export const ADMIN = 103;
const ROLE = 701;
const SECRET = 'a secret of the app that is long enough';

export interface Installation {
  readonly sandbox: Sandbox;
  readonly service: Service;
  /** As the administrator who provisions. */
  readonly rest: ZendeskRest;
  readonly publicUrl: string;
  readonly webhookId: string;
  /** The settings of service and doctor; with changes, the doctor's only. */
  config(changes?: Readonly<Record<string, string>>): Config;
  env(changes?: Readonly<Record<string, string>>): Record<string, string>;
  /** Runs these checks, or all, as the command does. */
  doctor(
    ids?: readonly string[],
    changes?: Readonly<Record<string, string>>,
    triedOn?: number,
  ): Promise<CheckResult[]>;
  /** The tickets that are there and not deleted. */
  ticketIds(): Promise<number[]>;
  stop(): Promise<void>;
}

const seed = {
  ...SEED,
  custom_roles: [{ id: ROLE, name: 'Trainee', configuration: { ticket_tag_editing: true } }],
  users: [
    ...SEED.users,
    {
      id: ADMIN,
      name: 'Ada Admin',
      email: 'ada.admin@company.example',
      role: 'admin' as const,
      locale: 'en-GB',
      time_zone: 'Europe/London',
      group_ids: [11],
    },
    {
      id: 104,
      name: 'Toby Trainee',
      email: 'toby.trainee@company.example',
      role: 'agent' as const,
      locale: 'en-GB',
      time_zone: 'Europe/London',
      group_ids: [11],
      custom_role_id: ROLE,
    },
  ],
};

export const TRAINEE_ROLE = ROLE;

const clientReply = z.object({ client: z.object({ identifier: z.string(), secret: z.string() }) });

/** The second OAuth client, of the administrator. */
async function provisioningClient(sandbox: Sandbox) {
  const { url: baseUrl, clientId, clientSecret } = sandbox;
  const { rest } = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read write' });
  const client = { name: 'Provisioning', identifier: 'provisioning', kind: 'confidential', user_id: ADMIN };
  const made = clientReply.parse(await rest.post('oauth/clients', { client })).client;
  return { PROVISION_CLIENT_ID: made.identifier, PROVISION_CLIENT_SECRET: made.secret };
}

function configFrom(env: Record<string, string>): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

async function runDoctor(
  config: Config,
  ids: readonly string[] | undefined,
  triedOn: number | undefined,
): Promise<CheckResult[]> {
  const { signal } = new AbortController();
  const checks = ids ? CHECKS.filter(({ id }) => ids.includes(id)) : CHECKS;
  return runChecks(await createContext({ config, triedOn }, signal), { checks, signal });
}

const hasSwept = (service: Service) => async () =>
  (await service.ledger.readRun('sweep'))?.finishedAt ? true : undefined;

type Close = () => Promise<void>;

async function assemble(closers: Close[], plan: string | undefined): Promise<Installation> {
  const [place, database] = [await holdPort(), await testDatabase()];
  closers.push(database.drop, place.release);
  const publicUrl = `http://127.0.0.1:${place.port}`;
  const app = await appFolder(await readVersion());
  closers.push(app.remove);
  const settings = { company: 'ASK4', service_url: publicUrl, shared_secret: SECRET, letterhead: 'ASK4' };
  const apps = [{ folder: app.folder, settings }];
  const sandbox = await startSandbox({ seed, apps, webhookRetryMs: 20, ...(plan ? { plan } : {}) });
  closers.push(sandbox.stop);
  const own = {
    ZENDESK_URL: sandbox.url,
    ZENDESK_CLIENT_ID: sandbox.clientId,
    ZENDESK_CLIENT_SECRET: sandbox.clientSecret,
    ...(await provisioningClient(sandbox)),
    PUBLIC_URL: publicUrl,
    HOST: '127.0.0.1',
    PORT: String(place.port),
    DATABASE_URL: database.url,
    ZENDESK_ACCOUNT: SEED.account.subdomain,
    APP_SHARED_SECRET: SECRET,
  };
  const config = configFrom(own);
  const { baseUrl } = config.zendesk;
  const { rest } = createZendesk({
    ...config.provisionClient,
    baseUrl,
    scope: 'read write',
    sharePercent: 100,
  });
  const policy = await readPolicy('policies/ask4.yaml');
  const account = await provision(rest, {
    ...SETTINGS,
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: PEOPLE.service,
  });
  await place.release();
  const service = await startService({ config, log: testLog().log, prepare: createPrepare() });
  closers.push(service.stop);
  await until('the first sweep', hasSwept(service));
  const env = (changes: Readonly<Record<string, string>> = {}) => ({ ...own, ...changes });
  return {
    sandbox,
    service,
    rest,
    publicUrl,
    webhookId: account.webhookId,
    env,
    config: (changes) => configFrom(env(changes)),
    doctor: (ids, changes, triedOn) => runDoctor(configFrom(env(changes)), ids, triedOn),
    ticketIds: async () =>
      z
        .array(z.object({ id: z.number() }))
        .parse(await rest.list('tickets', 'tickets'))
        .map(({ id }) => id),
    stop: () => closeAll(closers),
  };
}

async function closeAll(closers: Close[]): Promise<void> {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
}

/**
 * An account with everything as it should be, and the service at work on it.
 * @param plan Zendesk's, the largest by default
 */
export async function startInstallation(plan?: string): Promise<Installation> {
  const closers: Close[] = [];
  try {
    return await assemble(closers, plan);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

export interface StandIn {
  readonly url: string;
  stop(): Promise<void>;
}

/** Something else that answers where the service should. */
export async function standIn(answer: RequestListener): Promise<StandIn> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the system gave no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
