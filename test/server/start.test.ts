import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Config, readConfig } from '../../server/config.ts';
import { sign } from '../../server/http/signature.ts';
import type { LookRequest } from '../../server/jobs/index.ts';
import { type Service, type ServiceParts, type StartOptions, startService } from '../../server/start.ts';
import { settleLiveSince } from '../../server/start-up/live-since.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { runProgram } from '../support/process.ts';
import { type MovableClock, movableClock } from './support/clock.ts';
import { type FakeAccount, fakeAccount, json } from './support/fake-account.ts';
import { testLog } from './support/log.ts';

const MAIN = 'server/main.ts';
/** A condition is waited for so long, in milliseconds: a loaded machine takes its time. */
const PATIENCE = 60_000;

let database: TestDatabase;
let account: FakeAccount;
let running: Service[] = [];

beforeAll(async () => {
  database = await testDatabase();
  account = await fakeAccount();
});
afterAll(async () => {
  await account.stop();
  await database.drop();
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
});

function settings(changes: Record<string, string> = {}): Record<string, string> {
  return {
    ZENDESK_URL: account.url,
    ZENDESK_CLIENT_ID: 'clock',
    ZENDESK_CLIENT_SECRET: 'top-secret',
    PUBLIC_URL: 'http://127.0.0.1:1',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    ...changes,
  };
}

function configOf(changes: Record<string, string> = {}): Config {
  const read = readConfig(settings(changes));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

interface Started {
  readonly service: Service;
  readonly looked: LookRequest[];
  readonly parts: ServiceParts;
  readonly clock: MovableClock;
}

async function start(changes: Partial<StartOptions> = {}): Promise<Started> {
  const looked: LookRequest[] = [];
  const clock = movableClock();
  const given: ServiceParts[] = [];
  const service = await startService({
    config: configOf(),
    log: testLog().log,
    clock,
    prepare: async (parts) => {
      given.push(parts);
      return {
        webhookSecrets: () => ['shared'],
        look: async (request) => {
          looked.push(request);
          return { nextLookAt: clock.now() + 3_600_000, save: async () => {} };
        },
      };
    },
    ...changes,
  });
  running.push(service);
  const [parts] = given;
  if (!parts) throw new Error('prepare was not called');
  return { service, looked, parts, clock };
}

async function post(url: string, body: string): Promise<number> {
  const timestamp = new Date().toISOString();
  const response = await fetch(`${url}/webhooks/zendesk`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign('shared', timestamp, Buffer.from(body)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
    },
    body,
  });
  return response.status;
}

describe('the service', () => {
  it('looks at the ticket of a webhook, and again when the clock comes to it', async () => {
    const { service, looked, clock } = await start();
    const changed = new Date(clock.now() - 1_000).toISOString();
    expect(await post(service.url, JSON.stringify({ ticket_id: '104', updated_at: changed }))).toBe(202);
    await vi.waitFor(() => expect(looked).toHaveLength(1), PATIENCE);
    expect(looked[0]).toMatchObject({ ticketId: 104, changedAt: clock.now() - 1_000 });
    await vi.waitFor(
      async () => expect(await service.ledger.nextWakeAt(clock.now())).toBe(clock.now() + 3_600_000),
      PATIENCE,
    );
    clock.advance(3_600_000);
    service.poke();
    await vi.waitFor(() => expect(looked).toHaveLength(2), PATIENCE);
  });

  it('is live from its first start on in an account without cases, unless it is told otherwise', async () => {
    const { parts, clock } = await start();
    const { rest } = parts.zendesk;
    account.answer(json(200, { results: [], meta: { has_more: false } }));
    const first = Math.floor(clock.now() / 1_000) * 1_000;
    expect(await settleLiveSince({ ...parts, rest }, 7)).toBe(first);
    clock.advance(86_400_000);
    expect(await settleLiveSince({ ...parts, rest }, 7)).toBe(first);
    const config = configOf({ LIVE_SINCE: '2026-01-01T00:00:00Z' });
    expect(await settleLiveSince({ ...parts, rest, config }, 7)).toBe(Date.parse('2026-01-01T00:00:00Z'));
    expect(account.calls.map(({ url }) => url.split('?')[0])).toEqual(['/api/v2/search/export']);
  });

  it('reports its calls to Zendesk', async () => {
    account.answer(json(200, { user: { id: 3, role: 'agent' } }));
    const endpoints: string[] = [];
    const { parts } = await start({ onCall: ({ endpoint }) => endpoints.push(endpoint) });
    await parts.zendesk.port.me();
    expect(endpoints).toEqual(['/oauth/tokens', '/users/me']);
  });

  it('answers 503 and is not ready while the database is gone', async () => {
    const gone = await testDatabase();
    const { service } = await start({ config: configOf({ DATABASE_URL: gone.url }) });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    await gone.drop();
    await vi.waitFor(async () => expect((await fetch(`${service.url}/readyz`)).status).toBe(503), PATIENCE);
    expect(await post(service.url, '{"ticket_id":"104"}')).toBe(503);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  });

  it('leaves nothing behind where a part of it can not be started', async () => {
    const failing = start({ prepare: () => Promise.reject(new Error('the account is not ready')) });
    await expect(failing).rejects.toThrow('the account is not ready');
    const { service } = await start();
    const taken = new URL(service.url).port;
    await expect(start({ config: configOf({ PORT: taken }) })).rejects.toThrow(/EADDRINUSE/);
  });

  it('runs on the embedded Postgres where no database is given, and stops it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'complaint-clock-start-'));
    await chmod(dataDir, 0o755);
    const told = testLog();
    const { service } = await start({
      config: configOf({ DATABASE_URL: '', DATA_DIR: dataDir }),
      log: told.log,
    });
    expect(await post(service.url, '{"ticket_id":"104"}')).toBe(202);
    running = [];
    await service.stop();
    expect(told.text()).not.toContain('did not stop cleanly');
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe('npm start', () => {
  it('lists everything that is wrong with its settings, and ends with 1', async () => {
    const { code, err } = await runProgram([MAIN], { PORT: 'x', ZENDESK_CLIENT_SECRET: 'hunter2' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'ZENDESK_URL', 'ZENDESK_CLIENT_ID', 'PUBLIC_URL'])
      expect(err).toContain(name);
    expect(err).not.toContain('hunter2');
  });

  it('ends with 1 and a reason where Zendesk refuses it', async () => {
    account.answerTokens(json(401, { error: 'invalid_client' }));
    const { code, err } = await runProgram([MAIN], settings());
    expect(code).toBe(1);
    expect(err).toContain('ZENDESK_CLIENT_SECRET');
    expect(err).not.toContain('top-secret');
  });
});
