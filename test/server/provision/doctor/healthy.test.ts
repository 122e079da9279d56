import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/provision/doctor/checks/index.ts';
import { createContext } from '../../../../server/provision/doctor/context.ts';
import { DoctorInterrupted, runChecks } from '../../../../server/provision/doctor/run.ts';
import { type Installation, startInstallation } from './support/installation.ts';
import { saidOf } from './support/said.ts';

let installation: Installation;
let before: number[];
beforeAll(async () => {
  installation = await startInstallation();
  before = await installation.ticketIds();
});
afterAll(() => installation.stop());
afterEach(() => installation.sandbox.faults.clear());

const SUBJECT = 'Complaint Clock: test ticket of the doctor, deleted by itself';
const leftOver = {
  subject: SUBJECT,
  external_id: 'complaint-clock-doctor',
  comment: { body: 'x', public: false },
};

/** What was written since, with ids left out. */
const writesSince = (start: number) =>
  installation.sandbox
    .requests()
    .slice(start)
    .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);

describe('an installation that is as it should be', () => {
  it('tells strangers at /readyz that it is ready, its version, its sweep and its calendars, and nothing else', async () => {
    const told: object = await (await fetch(`${installation.publicUrl}/readyz`)).json();
    expect(told).toEqual({
      status: 'ready',
      checks: { database: 'ok' },
      version: expect.any(String),
      sweep: { ageSeconds: expect.any(Number), everySeconds: 300 },
      calendars: [
        { policy: 'ask4', version: '1', knownUntil: expect.any(String), neededUntil: expect.any(String) },
      ],
    });
  });

  it('has no problem, and one thing to know: the standard closing automation', async () => {
    const results = await installation.doctor();
    expect(saidOf(results, 'problem')).toEqual([]);
    expect(saidOf(results, 'warning')).toEqual([
      expect.stringMatching(/^closing: the rule "Close ticket 4 days/),
    ]);
    // What no API can tell, and nothing that one can.
    expect(saidOf(results, 'not_checkable').map((said) => said.split(':')[0])).toEqual([
      'ordinary-agent',
      'app',
      'open-points',
      'open-points',
    ]);
    expect(results.map(({ id }) => id)).toEqual([...CHECKS.map(({ id }) => id), 'test-ticket']);
    expect(await installation.ticketIds()).toEqual(before);
  });

  it('is left as it was: nothing is written but to the test ticket', async () => {
    const start = installation.sandbox.requests().length;
    const results = await installation.doctor();
    const said = saidOf(results, 'ok').join('\n');
    const id = /deleted: #(\d+)/.exec(said)?.[1];
    expect(id).toBeDefined();
    const harmless = [
      'POST /api/v2/tickets',
      `PUT /api/v2/tickets/${id}`,
      `DELETE /api/v2/tickets/${id}`,
      // What no account has: asked for to see whether the scope would allow it.
      'PUT /api/v2/tickets/0',
      'PUT /api/v2/ticket_fields/0',
      `POST /api/v2/webhooks/test?webhook_id=${installation.webhookId}`,
    ];
    expect([...new Set(writesSince(start))].sort()).toEqual([...harmless].sort());
  });

  it('takes no look for the signature that it tries', async () => {
    const { deliveries } = installation.sandbox;
    const known = deliveries().length;
    await installation.doctor(['webhook-secret']);
    expect(deliveries()).toHaveLength(known);
    expect(await installation.service.ledger.failedLooks()).toEqual([]);
  });
});

describe('the test ticket', () => {
  it('is gone after a check that failed', async () => {
    installation.sandbox.faults.add(({ path }) =>
      path.includes('/apply') ? { status: 403, body: '{"error":"Forbidden"}' } : undefined,
    );
    const results = await installation.doctor(['macro-text']);
    expect(saidOf(results, 'not_checkable')).toEqual([expect.stringContaining('must be an administrator')]);
    expect(saidOf(results, 'ok')).toEqual([
      expect.stringMatching(/^test-ticket: made, used and deleted: #\d+/),
    ]);
    expect(await installation.ticketIds()).toEqual(before);
  });

  it('is gone where nobody heard that it was made', async () => {
    installation.sandbox.faults.add(({ method, path }) =>
      method === 'POST' && path === '/api/v2/tickets' ? { kind: 'reset', when: 'after' } : undefined,
    );
    const results = await installation.doctor(['macro-text']);
    expect(saidOf(results, 'ok')).toEqual([
      expect.stringMatching(/^test-ticket: made, used and deleted: #\d+/),
    ]);
    expect(await installation.ticketIds()).toEqual(before);
  });

  it('is gone after an interruption in the middle of a check, and the checks after it are not begun', async () => {
    const stopping = new AbortController();
    installation.sandbox.faults.add(({ path }) => {
      if (path.includes('/apply')) stopping.abort(new Error('interrupted'));
      return undefined;
    });
    const { signal } = stopping;
    const seen: string[] = [];
    const running = runChecks(await createContext({ config: installation.config() }, signal), {
      checks: CHECKS.filter(({ id }) => id === 'macro-text' || id === 'tagging'),
      signal,
      onResult: ({ id }) => seen.push(id),
    });
    await expect(running).rejects.toBeInstanceOf(DoctorInterrupted);
    expect(seen).toEqual(['test-ticket']);
    expect(await installation.ticketIds()).toEqual(before);
  });

  it('that an earlier run has left is found and deleted, and no other', async () => {
    const { rest } = installation;
    await rest.post('tickets', { ticket: leftOver });
    await rest.post('tickets', { ticket: { ...leftOver, subject: 'A ticket of somebody else' } });
    const [other] = (await installation.ticketIds()).slice(-1);
    const results = await installation.doctor(['clock']);
    expect(saidOf(results, 'ok')).toContainEqual(
      expect.stringMatching(/left over of an earlier run.*: #\d+/),
    );
    expect(await installation.ticketIds()).toEqual([...before, other]);
    await rest.delete(`tickets/${other}`);
  });

  it('that can not be deleted is a problem, and the next run deletes it', async () => {
    const off = installation.sandbox.faults.add(({ method }) =>
      method === 'DELETE' ? { status: 403, body: '{"error":"Forbidden"}' } : undefined,
    );
    const results = await installation.doctor(['macro-text']);
    expect(saidOf(results, 'problem')).toEqual([
      expect.stringMatching(/^test-ticket: the test ticket #\d+ could not be deleted.*Delete it by hand/),
    ]);
    off();
    await installation.doctor(['clock']);
    expect(await installation.ticketIds()).toEqual(before);
  });
});
