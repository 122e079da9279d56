import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLedger } from '../../server/ledger/index.ts';
import { provision } from '../../server/provision/index.ts';
import type { Audit } from '../../server/zendesk/port.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { PROCESS_ENV } from '../support/process.ts';
import { PEOPLE, SETTINGS, startAccount, type TestAccount, TICKETS } from './provision/account.ts';

/** A condition is waited for so long, in milliseconds: a loaded machine takes its time. */
const PATIENCE = 60_000;
const ROOT = join(import.meta.dirname, '../..');

let account: TestAccount;
let database: TestDatabase;

beforeAll(async () => {
  account = await startAccount();
  database = await testDatabase();
});
afterAll(async () => {
  await account.sandbox.stop();
  await database.drop();
});

describe('the port, on the sandbox', () => {
  it('knows whose seat it uses', async () => {
    expect(await account.port.me()).toMatchObject({
      id: PEOPLE.service,
      role: 'admin',
      locale: 'en-GB',
      suspended: false,
    });
  });

  it('reads a ticket, its audits and its requester', async () => {
    const ticket = await account.port.ticket(TICKETS.german);
    expect(ticket).toMatchObject({
      id: TICKETS.german,
      requesterId: PEOPLE.german,
      via: { channel: 'email' },
    });
    const [created] = await account.port.audits(TICKETS.german);
    expect(created?.events).toContainEqual({
      kind: 'comment',
      public: true,
      authorId: PEOPLE.german,
      body: expect.any(String),
    });
    expect(await account.port.user(ticket.requesterId)).toMatchObject({ role: 'end-user', locale: 'de' });
  });

  it('writes comment, tags and metadata in one update, which one audit shows', async () => {
    const before = await account.port.ticket(TICKETS.plain);
    const after = await account.port.updateTicket(TICKETS.plain, {
      comment: { body: 'Checked.', public: false },
      tags: [...before.tags, 'checked'],
      metadata: { complaint: { note: 'checked' } },
      safe_update: true,
      updated_stamp: before.updatedStamp,
    });
    expect(after.tags).toContain('checked');
    const last = (await account.port.audits(TICKETS.plain)).at(-1);
    expect(last).toMatchObject({ authorId: PEOPLE.service, metadata: { complaint: { note: 'checked' } } });
    expect(last?.events).toContainEqual({
      kind: 'comment',
      public: false,
      authorId: PEOPLE.service,
      body: 'Checked.',
    });
  });

  it('does not write over a change that it has not read', async () => {
    const writing = account.port.updateTicket(TICKETS.plain, {
      tags: [],
      safe_update: true,
      updated_stamp: '2020-01-01T00:00:00Z',
    });
    await expect(writing).rejects.toMatchObject({ code: 'conflict', status: 409, effect: 'none' });
  });

  it('says that a ticket is not there', async () => {
    await expect(account.port.ticket(999_999)).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

function startMain(port: number): ChildProcess {
  const { url, clientId, clientSecret } = account.sandbox;
  return spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...PROCESS_ENV,
      ZENDESK_URL: url,
      ZENDESK_CLIENT_ID: clientId,
      ZENDESK_CLIENT_SECRET: clientSecret,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
      QUIET_MS: '0',
    },
  });
}

/** An agent's change, as the sidebar makes it. */
async function asAgent(ticketId: number, ticket: unknown): Promise<number> {
  const { url } = account.sandbox;
  const headers = { 'Content-Type': 'application/json' };
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user_id: PEOPLE.agent }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const response = await fetch(`${url}/api/v2/tickets/${ticketId}.json`, {
    method: 'PUT',
    headers: { ...headers, cookie },
    body: JSON.stringify({ ticket }),
  });
  return response.status;
}

const isAcknowledgement = ({ events }: Audit): boolean =>
  events.some((event) => event.kind === 'comment' && event.public && event.authorId === PEOPLE.service);

/** Until the service has settled so many wakes of the ticket. */
async function looked(ticketId: number, wakes: number): Promise<void> {
  const ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
  try {
    await vi.waitFor(async () => {
      expect((await ledger.readWake(ticketId))?.seq).toBeGreaterThanOrEqual(wakes);
      expect(await ledger.dueWakes(Date.now(), 10)).not.toContain(ticketId);
    }, PATIENCE);
  } finally {
    await ledger.close();
  }
}

describe('npm start', () => {
  it('acknowledges a complaint that an agent records, once, and stops when it is told to', async () => {
    const port = await freePort();
    await provision(account.rest, { ...SETTINGS, publicUrl: `http://127.0.0.1:${port}` });
    const service = startMain(port);
    try {
      await vi.waitFor(
        async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200),
        PATIENCE,
      );
      expect(await asAgent(TICKETS.english, { tags: ['formal_complaint'] })).toBe(200);
      await vi.waitFor(async () => {
        const audits = await account.port.audits(TICKETS.english);
        expect(audits.filter(isAcknowledgement)).toHaveLength(1);
      }, PATIENCE);
      expect(await asAgent(TICKETS.english, { comment: { body: 'Noted.', public: false } })).toBe(200);
      await looked(TICKETS.english, 2);
      const exited = once(service, 'exit');
      service.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
      expect((await account.port.audits(TICKETS.english)).filter(isAcknowledgement)).toHaveLength(1);
    } finally {
      service.kill('SIGKILL');
    }
  });
});
