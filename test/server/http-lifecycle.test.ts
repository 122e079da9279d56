import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { sign } from '../../server/http/signature.ts';
import { startService } from '../../server/start.ts';
import type { Prepared, ServiceParts } from '../../server/start-up/parts.ts';
import { freePort } from '../demo/free-port.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { startProgram } from '../support/process.ts';
import { type FakeAccount, fakeAccount, json } from './support/fake-account.ts';
import { testLog } from './support/log.ts';

let database: TestDatabase;
let account: FakeAccount;
beforeAll(async () => {
  database = await testDatabase();
  account = await fakeAccount();
});
afterAll(async () => {
  await account.stop();
  await database.drop();
});

function settings(port: number): Record<string, string> {
  return {
    ZENDESK_URL: account.url,
    ZENDESK_CLIENT_ID: 'clock',
    ZENDESK_CLIENT_SECRET: 'top-secret',
    PUBLIC_URL: 'http://127.0.0.1:1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: database.url,
  };
}

function starting(port: number, prepare: (parts: ServiceParts) => Promise<Prepared>) {
  const read = readConfig(settings(port));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return startService({ config: read.config, log: testLog().log, prepare });
}

/** Something that somebody waits for. */
function gate() {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

async function told(port: number, path: string): Promise<unknown> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, await response.json()];
  } catch {
    return 'nobody answers';
  }
}

async function webhook(port: number): Promise<Response> {
  const [timestamp, body] = [new Date().toISOString(), '{"ticket_id":"104"}'];
  return fetch(`http://127.0.0.1:${port}/webhooks/zendesk`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign('shared', timestamp, Buffer.from(body)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
    },
    body,
  });
}

const prepared: Prepared = {
  webhookSecrets: () => ['shared'],
  look: async () => ({ nextLookAt: undefined, save: async () => {} }),
};

describe('a service that starts', () => {
  it('is alive from the first moment, and ready when Zendesk has answered', async () => {
    const [port, zendesk] = [await freePort(), gate()];
    const service = starting(port, async () => {
      await zendesk.passed;
      return prepared;
    });
    await expect
      .poll(() => told(port, '/readyz'))
      .toEqual([503, { status: 'starting', waitingFor: 'Zendesk' }]);
    expect(await told(port, '/healthz')).toEqual([200, { status: 'ok' }]);
    const early = await webhook(port);
    expect([early.status, await early.json()]).toMatchObject([503, { error: 'starting' }]);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(early.headers.get('x-powered-by')).toBeNull();
    expect(await told(port, '/api/v1/version')).toMatchObject([503, { error: 'starting' }]);
    expect(await told(port, '/elsewhere')).toMatchObject([404, { error: 'not_found' }]);
    zendesk.open();
    const { stop } = await service;
    expect(await told(port, '/readyz')).toMatchObject([200, { status: 'ready' }]);
    expect((await webhook(port)).status).toBe(202);
    await stop();
    expect(await told(port, '/healthz')).toBe('nobody answers');
  });

  it('stays ready while Zendesk refuses its credentials, and says so', async () => {
    const port = await freePort();
    let parts: ServiceParts | undefined;
    const service = await starting(port, async (given) => {
      parts = given;
      return prepared;
    });
    account.answerTokens(json(401, { error: 'invalid_client' }));
    await expect(parts?.zendesk.port.me()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(await told(port, '/readyz')).toMatchObject([
      200,
      { status: 'ready', warnings: { zendesk: expect.stringMatching(/since 20.*ZENDESK_CLIENT_SECRET/) } },
    ]);
    expect((await webhook(port)).status).toBe(202);
    await service.stop();
  });
});

describe('a service that stops', () => {
  it('is not ready first, asks webhooks to come back, and lets the look under way finish', async () => {
    const [port, began, goOn] = [await freePort(), gate(), gate()];
    let saved = 0;
    const service = await starting(port, async () => ({
      ...prepared,
      look: async () => {
        began.open();
        await goOn.passed;
        return {
          nextLookAt: undefined,
          save: async () => {
            saved += 1;
          },
        };
      },
    }));
    expect((await webhook(port)).status).toBe(202);
    await began.passed;
    const stopped = service.stop();
    expect(await told(port, '/readyz')).toEqual([503, { status: 'stopping' }]);
    expect(await told(port, '/healthz')).toEqual([200, { status: 'ok' }]);
    const late = await webhook(port);
    expect([late.status, late.headers.get('connection')]).toEqual([503, 'close']);
    expect(await late.json()).toMatchObject({ error: 'stopping' });
    goOn.open();
    await stopped;
    expect(saved).toBe(1);
    expect(await told(port, '/healthz')).toBe('nobody answers');
  });
});

describe('npm start', () => {
  const NOBODY = 'http://127.0.0.1:1';
  const run = (changes: Record<string, string>, port: number) => {
    const started = startProgram(['server/main.ts'], { ...settings(port), ...changes });
    onTestFinished(() => void started.child.kill('SIGKILL'));
    return started;
  };

  it.each([
    ['Postgres', { DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/clock' }],
    ['Zendesk', { ZENDESK_URL: NOBODY }],
  ])('answers while it waits for %s, and ends with 0 when it is told to', async (what, changes) => {
    const port = await freePort();
    const { said, child, ended } = run(changes, port);
    await expect.poll(() => told(port, '/readyz')).toEqual([503, { status: 'starting', waitingFor: what }]);
    expect(await told(port, '/healthz')).toEqual([200, { status: 'ok' }]);
    await expect.poll(() => said.out).toContain(`waiting for ${what}`);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    const { code, out, err } = await ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/hunter2|top-secret/);
  });

  it('ends at once when it is told a second time', async () => {
    // An account that never answers: the first signal waits for the start to end.
    account.answerTokens(() => {});
    const port = await freePort();
    const { child } = run({}, port);
    await expect
      .poll(() => told(port, '/readyz'))
      .toEqual([503, { status: 'starting', waitingFor: 'Zendesk' }]);
    await expect
      .poll(() => {
        child.kill('SIGTERM');
        return child.exitCode;
      })
      .toBe(143);
  });
});
