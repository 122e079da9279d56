import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sign } from '../../server/http/signature.ts';
import { freePort } from '../demo/free-port.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type Balancer, startBalancer } from './support/balancer.ts';
import { type FakeAccount, fakeAccount } from './support/fake-account.ts';

const PROCESS = fileURLToPath(new URL('./support/restarted-process.ts', import.meta.url));
/** A webhook every few milliseconds: each moment of a restart has some, and a machine with other work stands it. */
const SENDERS = 4;
const PACE_MS = 25;
const PATIENT = 300_000;

let database: TestDatabase;
let account: FakeAccount;
let balancer: Balancer;
let client: pg.Client;
const running = new Map<number, ChildProcess>();

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

async function startOn(port: number): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [PROCESS], {
    env: {
      PATH,
      HOME,
      ZENDESK_URL: account.url,
      ZENDESK_CLIENT_ID: 'clock',
      ZENDESK_CLIENT_SECRET: 'top-secret',
      PUBLIC_URL: 'http://127.0.0.1:1',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: database.url,
      QUIET_MS: '0',
      CONCURRENCY: '20',
    },
    stdio: 'ignore',
  });
  running.set(port, child);
  await expect.poll(() => isReady(port)).toBe(true);
}

/** Told to stop, as a deployment does it, and started again at the same place. */
async function restart(port: number): Promise<void> {
  const child = running.get(port);
  if (!child) throw new Error('nothing runs there');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await startOn(port);
}

/** Sends webhooks, each for a ticket of its own, one after the other until it is ended. */
function load() {
  const answers: [ticketId: number, status: number][] = [];
  let ended = false;
  let next = 0;
  const send = async (): Promise<void> => {
    while (!ended) {
      next += 1;
      const ticketId = next;
      const [timestamp, body] = [new Date().toISOString(), `{"ticket_id":"${ticketId}"}`];
      const response = await fetch(`${balancer.url}/webhooks/zendesk`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Zendesk-Webhook-Signature': sign('shared', timestamp, Buffer.from(body)),
          'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
        },
        body,
      }).catch(() => undefined);
      await response?.arrayBuffer();
      answers.push([ticketId, response?.status ?? 0]);
      if (!response) return;
      await delay(PACE_MS);
    }
  };
  const senders = Array.from({ length: SENDERS }, send);
  const end = async () => {
    ended = true;
    await Promise.all(senders);
    return answers;
  };
  onTestFinished(async () => void (await end()));
  return { answered: () => answers.length, end };
}

beforeAll(async () => {
  database = await testDatabase();
  account = await fakeAccount();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  for (const child of running.values()) child.kill('SIGKILL');
  await balancer?.stop();
  await client.end();
  await account.stop();
  await database.drop();
});

test(
  'two processes are restarted one after the other under load, and no webhook is lost or refused',
  async () => {
    const ports = [await freePort(), await freePort()];
    for (const port of ports) await startOn(port);
    balancer = await startBalancer(ports);
    const sending = load();
    for (const port of ports) {
      const before = balancer.servedBy(port);
      await expect.poll(() => balancer.servedBy(port)).toBeGreaterThan(before + 20);
      const answered = sending.answered();
      await restart(port);
      // The other one did its work meanwhile.
      expect(sending.answered()).toBeGreaterThan(answered);
    }
    const answers = await sending.end();
    expect(answers.filter(([, status]) => status !== 202)).toEqual([]);
    const ids = answers.map(([ticketId]) => ticketId);
    const stored = await client.query('select count(*)::int as n from wakes where ticket_id = any($1)', [
      ids,
    ]);
    expect(stored.rows).toEqual([{ n: ids.length }]);
    await expect
      .poll(
        async () =>
          (await client.query('select count(*)::int as n from wakes where wake_at is not null')).rows,
        { timeout: PATIENT },
      )
      .toEqual([{ n: 0 }]);
  },
  PATIENT,
);
