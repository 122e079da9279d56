import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { finishedJob } from './support/jobs.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, SEED, SERVICE } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, account: { ...SEED.account, email_ccs: true } } });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.clock.advance(600_000));

const create = async (more: Record<string, unknown> = {}) => {
  const ticket = {
    subject: 'Fresh',
    requester_id: ENGLISH,
    comment: { body: 'Hello', public: true },
    ...more,
  };
  return numberAt((await api.post('/tickets', { ticket })).body, 'ticket.id');
};
const lastAudit = async (id: number) =>
  listAt((await api.get(`/tickets/${id}/audits`)).body, 'audits').at(-1);
const results = async (queued: unknown) => at(await finishedJob(api, queued), 'job_status.results');

describe('deleting', () => {
  test('a deleted ticket is gone from sight, lies among the deleted ones, and comes back', async () => {
    const id = await create();
    expect((await api.delete(`/tickets/${id}`)).status).toBe(204);
    expect((await api.get(`/tickets/${id}`)).status).toBe(404);
    expect((await api.put(`/tickets/${id}`, { ticket: { tags: ['x'] } })).status).toBe(404);
    expect((await api.get('/deleted_tickets')).body).toMatchObject({
      deleted_tickets: [{ id, subject: 'Fresh', actor: { id: SERVICE }, previous_state: 'new' }],
      count: 1,
    });
    expect((await api.put(`/deleted_tickets/${id}/restore`, {})).status).toBe(200);
    expect((await api.get(`/tickets/${id}`)).status).toBe(200);
    expect((await api.put(`/deleted_tickets/${id}/restore`, {})).status).toBe(404);
  });

  test('deleted for good, it does not', async () => {
    const id = await create();
    await api.delete(`/tickets/${id}`);
    await finishedJob(api, (await api.delete(`/deleted_tickets/${id}`)).body);
    expect((await api.put(`/deleted_tickets/${id}/restore`, {})).status).toBe(404);
  });

  test('many at once are a job, with a line for each', async () => {
    const [one, two] = [await create(), await create()];
    const queued = await api.delete(`/tickets/destroy_many?ids=${one},${two},99999`);
    expect(await results(queued.body)).toMatchObject([
      { id: one, action: 'delete', success: true, status: 'Deleted' },
      { id: two, success: true },
      { id: 99999, success: false, error: 'RecordNotFound' },
    ]);
    expect((await api.get(`/tickets/${one}`)).status).toBe(404);
  });

  test('an agent needs the permission', async () => {
    const id = await create();
    const agent = await sessionClient(sandbox, AGENT);
    expect((await agent.delete(`/tickets/${id}`)).status).toBe(403);
  });
});

describe('merging', () => {
  test('closes the source with its tag, writes on both, copies the files and the customer', async () => {
    const target = await create();
    const source = await create({ requester_id: GERMAN, subject: 'Twice', comment: { body: 'The same' } });
    const queued = await api.post(`/tickets/${target}/merge`, {
      ids: [source],
      target_comment: 'Took #2 in',
      source_comment: 'Went to #1',
      source_comment_is_public: true,
    });
    expect(await results(queued.body)).toMatchObject([{ id: source, success: true }]);
    expect((await api.get(`/tickets/${source}`)).body).toMatchObject({
      ticket: { status: 'closed', tags: ['closed_by_merge'] },
    });
    expect(eventsOf(await lastAudit(source))[0]).toMatchObject({ body: 'Went to #1', public: true });
    expect(await lastAudit(target)).toMatchObject({
      via: { source: { rel: 'merge', from: { ticket_ids: [source] } } },
    });
    expect(eventsOf(await lastAudit(target))[0]).toMatchObject({ body: 'Took #2 in', public: false });
    expect((await api.get(`/tickets/${target}`)).body).toMatchObject({ ticket: { email_cc_ids: [GERMAN] } });
  });

  test('comments stay private where one of the tickets is', async () => {
    const target = await create();
    const source = await create({ comment: { body: 'Quiet', public: false } });
    const queued = await api.post(`/tickets/${target}/merge`, {
      ids: [source],
      target_comment: 'In',
      target_comment_is_public: true,
    });
    await finishedJob(api, queued.body);
    expect(eventsOf(await lastAudit(target))[0]).toMatchObject({ public: false });
  });

  test('a closed ticket cannot be merged', async () => {
    const target = await create();
    const source = await create({ status: 'closed' });
    const queued = await api.post(`/tickets/${target}/merge`, { ids: [source] });
    expect(await results(queued.body)).toMatchObject([
      { id: source, success: false, error: 'RecordInvalid' },
    ]);
  });
});

describe('bulk', () => {
  test('create_many answers a job with the new ids', async () => {
    const queued = await api.post('/tickets/create_many', {
      tickets: [{ subject: 'A', requester_id: ENGLISH, comment: { body: 'a' } }, { subject: 'No words' }],
    });
    const lines = await results(queued.body);
    expect(lines).toMatchObject([
      { index: 0, success: true },
      { index: 1, success: false },
    ]);
    expect((await api.get(`/tickets/${numberAt(lines, '0.id')}`)).body).toMatchObject({
      ticket: { subject: 'A' },
    });
  });

  test('update_many takes a list of tickets too, each with changes of its own', async () => {
    const [one, two] = [await create({ tags: ['old'] }), await create()];
    const queued = await api.put('/tickets/update_many', {
      tickets: [
        { id: one, additional_tags: ['new'] },
        { id: two, status: 'pending' },
      ],
    });
    await finishedJob(api, queued.body);
    expect((await api.get(`/tickets/show_many?ids=${one},${two}`)).body).toMatchObject({
      tickets: [{ tags: ['new', 'old'] }, { status: 'pending' }],
    });
    expect((await api.put('/tickets/update_many?ids=', { ticket: {} })).status).toBe(400);
  });

  test('a ticket filed later has its id at once', async () => {
    const later = await api.post('/tickets?async=true', {
      ticket: { requester_id: ENGLISH, comment: { body: 'x' } },
    });
    expect(later.status).toBe(202);
    const id = numberAt(later.body, 'ticket.id');
    await finishedJob(api, later.body);
    expect((await api.get(`/tickets/${id}`)).status).toBe(200);
  });

  test('beyond thirty waiting jobs there is no room', async () => {
    const id = await create();
    const queue = () =>
      Promise.all(
        Array.from({ length: 45 }, () =>
          api.put(`/tickets/update_many?ids=${id}`, { ticket: { tags: ['x'] } }),
        ),
      );
    // Jobs are done meanwhile: a slow machine has to ask more often.
    const answers = await queue();
    while (answers.length < 900 && answers.every(({ status }) => status !== 429))
      answers.push(...(await queue()));
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.body).toMatchObject({ error: 'TooManyJobs' });
    const last = answers.findLast((answer) => answer.status === 200);
    expect(textAt(await finishedJob(api, last?.body), 'job_status.status')).toBe('completed');
  });
});

test('tickets of a person: asked for, assigned, on copy, followed; counted too', async () => {
  const ticket = {
    email_ccs: [{ user_id: String(GERMAN), action: 'put' }],
    followers: [{ user_email: 'ada@probe.example' }],
    assignee_id: AGENT,
  };
  const id = await create(ticket);
  const ids = async (path: string) =>
    listAt((await api.get(path)).body, 'tickets').map((one) => numberAt(one, 'id'));
  expect(await ids(`/users/${GERMAN}/tickets/ccd`)).toContain(id);
  expect(await ids(`/users/${AGENT}/tickets/followed`)).toEqual([id]);
  expect(await ids(`/users/${AGENT}/tickets/assigned`)).toContain(id);
  expect((await api.get(`/users/${GERMAN}/tickets/ccd/count`)).body).toMatchObject({ count: { value: 2 } });
  expect((await api.get('/users/424242/tickets/ccd')).status).toBe(404);
});
