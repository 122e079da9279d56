import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { sign } from '../../server/http/signature.ts';
import { type Service, startService } from '../../server/start.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type FakeAccount, fakeAccount } from './support/fake-account.ts';
import { type TestLog, testLog } from './support/log.ts';

const TOKEN = 'a-token-for-metrics';
let database: TestDatabase;
let account: FakeAccount;
let service: Service;
let told: TestLog;

beforeAll(async () => {
  database = await testDatabase();
  account = await fakeAccount();
});
afterAll(async () => {
  await account.stop();
  await database.drop();
});
afterEach(() => service.stop());

async function start(settings: Record<string, string>): Promise<void> {
  told = testLog();
  const read = readConfig({
    ZENDESK_URL: account.url,
    ZENDESK_CLIENT_ID: 'clock',
    ZENDESK_CLIENT_SECRET: 'top-secret',
    PUBLIC_URL: 'https://clock.example.com',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: database.url,
    ...settings,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  service = await startService({
    config: read.config,
    log: told.log,
    prepare: async () => ({
      webhookSecrets: () => ['shared'],
      look: async () => ({ nextLookAt: undefined, save: async () => {} }),
    }),
  });
}

async function webhook(path: string, { secret = 'shared', headers = {} } = {}): Promise<number> {
  const [timestamp, body] = [new Date().toISOString(), '{"ticket_id":"104"}'];
  const response = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign(secret, timestamp, Buffer.from(body)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
      ...headers,
    },
    body,
  });
  return response.status;
}

const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(`${service.url}${path}`, { headers })).status;

test('everything answers under the path of the public address, taken off by the proxy or not', async () => {
  await start({ PUBLIC_URL: 'https://example.com/zendesk/clock' });
  for (const base of ['', '/zendesk/clock']) {
    expect(await webhook(`${base}/webhooks/zendesk`)).toBe(202);
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect([base, path, await statusOf(`${base}${path}`)]).toEqual([base, path, 200]);
    expect(await statusOf(`${base}/api/v1/version`)).toBe(await statusOf('/api/v1/version'));
  }
  expect(await webhook('/zendesk/webhooks/zendesk')).toBe(404);
  expect(await statusOf('/clock/readyz')).toBe(404);
});

test('who sent what was refused is told by proxies that are trusted, and by nobody else', async () => {
  const headers = { 'X-Forwarded-For': '198.51.100.7, 203.0.113.9' };
  await start({});
  expect(await webhook('/webhooks/zendesk', { secret: 'guessed', headers })).toBe(401);
  expect(told.text()).toContain('"from":"127.0.0.1"');
  await service.stop();
  await start({ TRUST_PROXY: 'loopback' });
  expect(await webhook('/webhooks/zendesk', { secret: 'guessed', headers })).toBe(401);
  // What stands before it was written by whoever asked the proxy.
  expect(told.text()).toContain('"from":"203.0.113.9"');
});

test('behind a trusted proxy the metrics are told for their token only, whatever the request looks like', async () => {
  await start({});
  expect(await statusOf('/metrics')).toBe(200);
  await service.stop();
  await start({ TRUST_PROXY: 'loopback' });
  for (const headers of [{}, { 'X-Forwarded-For': '127.0.0.1' }])
    expect(await statusOf('/metrics', headers)).toBe(404);
  await service.stop();
  await start({ TRUST_PROXY: 'loopback', METRICS_TOKEN: TOKEN });
  expect(await statusOf('/metrics')).toBe(404);
  expect(await statusOf('/metrics', { Authorization: `Bearer ${TOKEN}` })).toBe(200);
});
