import pg from 'pg';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { promisesOf } from '../../../server/provision/definition/promises.ts';
import { provision } from '../../../server/provision/provision.ts';
import type { Service } from '../../../server/start.ts';
import { createZendesk } from '../../../server/zendesk/index.ts';
import { readPolicy } from '../../support/policy.ts';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';
import { anotherService } from '../reconcile/support/another-service.ts';
import type { World } from '../reconcile/support/world.ts';
import { undoMigrations } from '../support/undo-migrations.ts';
import { type Stage, startStage } from './support/stage.ts';

/* Rows of docs/operations.md that no other test tries: what happens, and what a person sees of it. */
const MINUTE = 60_000;
/** Of the services that the tests start one after the other, where the account's webhooks go. */
let settings: Record<string, string> = {};
let stage: Stage;
let world: World;

beforeAll(async () => {
  stage = await startStage(20);
  world = stage.world;
  settings = { PORT: new URL(world.demo.service.url).port };
});
afterAll(() => stage.stop());

const metrics = async () => (await fetch(`${stage.service.url}/metrics`)).text();
const readyz = async () => {
  const reply = await fetch(`${stage.service.url}/readyz`);
  return { status: reply.status, body: await reply.json() };
};
const acknowledgedOnce = async (id: number) => {
  await expect.poll(() => world.mails(id).length).toBe(1);
  expect([(await world.replies(id)).length, world.mails(id).length]).toEqual([1, 1]);
};

async function lookedAt({ ledger }: Service, id: number): Promise<void> {
  await ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await world.settled(id);
}

/** A service where the account's webhooks go; it is stopped at the end of the test at the latest. */
async function started(where: World): Promise<Service> {
  const service = await anotherService(where, undefined, settings);
  onTestFinished(service.stop);
  return service;
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes one database a copy of another, to which nobody is connected any more. */
async function copied(from: TestDatabase, to: TestDatabase): Promise<void> {
  await to.drop();
  // Whose connections were closed is gone a moment later.
  await expect
    .poll(() => onServer(`create database ${nameOf(to.url)} template ${nameOf(from.url)}`))
    .toBeUndefined();
}

/** As by `npm run provision -- apply`. */
async function provisioned() {
  const { url: baseUrl, clientId, clientSecret } = world.demo.sandbox;
  const { port, rest } = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read write' });
  const policy = await readPolicy('policies/ask4.yaml');
  const settings = {
    publicUrl: world.demo.service.url,
    company: policy.company,
    promises: promisesOf(policy),
  };
  const { fields } = await provision(rest, {
    ...settings,
    serviceUserId: (await port.me()).id,
    language: 'en',
  });
  return fields;
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);
const cut = (name: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name <> ''`;

test('a database that can only be read, as on a full disk: nothing is sent, webhooks are refused, it can be seen', async () => {
  const name = nameOf(world.databaseUrl);
  const id = await world.letter();
  await onServer(`alter database ${name} set default_transaction_read_only = on`, cut(name));
  try {
    await world.record(id);
    await expect.poll(metrics).toMatch(/complaint_clock_webhooks_total\{result="not_stored"\} [1-9]/);
    await expect.poll(readyz).toMatchObject({ status: 503, body: { checks: { database: 'failing' } } });
    expect(await world.updates(id)).toEqual([]);
  } finally {
    await onServer(`alter database ${name} reset default_transaction_read_only`, cut(name));
  }
  await expect.poll(async () => (await readyz()).status).toBe(200);
  world.demo.sandbox.clock.advance(6 * MINUTE);
  await acknowledgedOnce(id);
});

test("the service's seat is suspended: all waits, and says so; made active again it goes on by itself", async () => {
  const seat = (suspended: boolean) =>
    world.priya.call('PUT', `users/${world.demo.account.serviceUserId}`, { user: { suspended } });
  const id = await world.letter();
  await seat(true);
  onTestFinished(async () => void (await seat(false)));
  await world.record(id);
  const refused = {
    status: 200,
    body: { warnings: { zendesk: expect.stringContaining('ZENDESK_CLIENT_SECRET') } },
  };
  await expect.poll(readyz).toMatchObject(refused);
  expect(await metrics()).toMatch(/^complaint_clock_zendesk_unauthorized 1$/m);
  await expect(anotherService(world)).rejects.toThrow('ZENDESK_CLIENT_ID is active and not suspended');
  expect(world.mails(id)).toEqual([]);
  await seat(false);
  await acknowledgedOnce(id);
  await expect.poll(metrics).toMatch(/^complaint_clock_zendesk_unauthorized 0$/m);
});

test('the seat loses its right to a ticket: given up for a person to see, and done once it is back', async () => {
  const seat = `users/${world.demo.account.serviceUserId}`;
  const id = await world.letter();
  const asAdmin = () => world.priya.call('PUT', seat, { user: { role: 'admin' } });
  await world.priya.call('PUT', seat, { user: { role: 'end-user' } });
  onTestFinished(async () => void (await asAdmin()));
  await world.record(id);
  await expect
    .poll(() => stage.service.ledger.failedLooks())
    .toContainEqual(expect.objectContaining({ ticketId: id, code: 'forbidden' }));
  expect(world.mails(id)).toEqual([]);
  await asAdmin();
  await stage.service.ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await acknowledgedOnce(id);
});

test('a field is deleted: the rest is written once, a person is told, a start names it, provisioning mends it', async () => {
  const { next_due } = world.demo.account.fields;
  await world.priya.call('DELETE', `ticket_fields/${next_due}`);
  const id = await world.letter();
  await world.record(id);
  await acknowledgedOnce(id);
  await expect.poll(() => world.notes(id)).toEqual([expect.stringContaining('npm run provision -- apply')]);
  const ticket = await world.settled(id);
  expect(ticket.tags).toContain('complaint_needs_person');
  expect([world.field(ticket, 'update_due'), world.recordOf(ticket).stage]).toEqual([
    '2026-04-09',
    'acknowledged',
  ]);
  expect((await stage.service.ledger.readCase(id))?.row.marks).toEqual(['fields_refused']);
  const writes = world.puts(id).length;
  await lookedAt(stage.service, id);
  expect(world.puts(id)).toHaveLength(writes);

  await expect(anotherService(world)).rejects.toThrow('next_due');
  const fields = await provisioned();
  await stage.service.stop();
  const service = await started(world);
  await lookedAt(service, id);
  expect((await service.ledger.readCase(id))?.row.marks).toEqual([]);
  const mended = (await world.tom.ticket(id)).custom_fields.find((one) => one.id === fields.next_due);
  expect(mended?.value).toBe('2026-04-09');
});

test("the OAuth client's secret is made anew and its tokens ended: only the new one starts the service", async () => {
  const list = z.object({ clients: z.array(z.object({ id: z.number(), identifier: z.string() })) });
  const { clients } = list.parse(await world.priya.call('GET', 'oauth/clients'));
  const client = clients.find(({ identifier }) => identifier === world.demo.sandbox.clientId);
  // In the place of the one that the tests before have used.
  await stage.service.stop();
  const running = await started(world);
  const made = await world.priya.call('PUT', `oauth/clients/${client?.id}/generate_secret`);
  const { secret } = z.object({ client: z.object({ secret: z.string() }) }).parse(made).client;
  world.demo.sandbox.revokeTokens();
  const id = await world.letter();
  await world.record(id);
  await expect.poll(async () => (await readyz()).body).toHaveProperty('warnings');
  await expect(anotherService(world)).rejects.toThrow('ZENDESK_CLIENT_SECRET');
  await running.stop();
  settings = { ...settings, ZENDESK_CLIENT_SECRET: secret };
  const service = await started(world);
  await service.ledger.wake([{ ticketId: id, at: 0 }]);
  await acknowledgedOnce(id);
});

test('a database of before an upgrade is put back: nothing is lost, nothing is sent twice, and it is upgraded', async () => {
  await stage.service.stop();
  const [database, backup] = [await testDatabase(), await testDatabase()];
  // Called after those of the services, which are registered later.
  onTestFinished(async () => {
    for (const one of [database, backup]) await one.drop();
  });
  const start = () => started({ ...world, databaseUrl: database.url });
  const stageOf = async ({ ledger }: Service, id: number) => (await ledger.readCase(id))?.row.stage;
  const recorded = async (service: Service): Promise<number> => {
    const id = await world.letter();
    await world.record(id);
    await expect.poll(() => stageOf(service, id)).toBe('acknowledged');
    return id;
  };
  const first = await start();
  const [moved, erased] = [await recorded(first), await recorded(first)];
  await first.stop();
  await copied(database, backup);
  await undoMigrations(backup.url, '0002_under_fault');

  const second = await start();
  await world.tom.change(moved, { comment: { body: 'News.', public: true }, add: ['complaint_update_sent'] });
  await expect.poll(() => stageOf(second, moved)).toBe('updated');
  const fresh = await recorded(second);
  const at = world.demo.sandbox.clock.now();
  await second.ledger.transaction((tx) =>
    second.ledger.buryCase(tx, erased, { ticketIds: [], at, why: 'erased' }),
  );
  await second.stop();
  await copied(backup, database);

  const third = await start();
  world.demo.sandbox.clock.advance(6 * MINUTE);
  await expect
    .poll(() => Promise.all([stageOf(third, moved), stageOf(third, fresh)]))
    .toEqual(['updated', 'acknowledged']);
  await acknowledgedOnce(fresh);
  // The acknowledgement and what Tom wrote.
  expect([(await world.replies(moved)).length, world.mails(moved).length]).toEqual([1, 2]);
  // What was erased since is back, and has to be erased again.
  expect(await stageOf(third, erased)).toBe('acknowledged');
});
