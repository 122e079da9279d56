import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, BILLING, GERMAN, OTHER_AGENT, SEED, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({
    seed: { ...SEED, account: { ...SEED.account, email_ccs: true }, views: [] },
  });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const titles = (body: unknown, key: string) => listAt(body, key).map((one) => at(one, 'title'));
const macro = (title: string, extra: Record<string, unknown> = {}, client = api) =>
  client.post('/macros', { macro: { title, actions: [{ field: 'status', value: 'open' }], ...extra } });
const unsolved = { field: 'status', operator: 'less_than', value: 'solved' };
const view = (title: string, extra: Record<string, unknown> = {}, client = api) =>
  client.post('/views', { view: { title, all: [unsolved], ...extra } });

describe('macros', () => {
  test('each sees what is shared, what is their groups’, and their own', async () => {
    await macro('For all');
    await macro('Support only', { restriction: { type: 'Group', id: SUPPORT, ids: [SUPPORT] } });
    await macro('Billing only', { restriction: { type: 'Group', id: BILLING, ids: [BILLING] } });
    const ada = await sessionClient(sandbox, AGENT);
    const bob = await sessionClient(sandbox, OTHER_AGENT);
    const own = await macro('Mine', { restriction: { type: 'User', id: AGENT } }, ada);
    expect(titles((await ada.get('/macros')).body, 'macros')).toEqual(['For all', 'Support only', 'Mine']);
    expect(titles((await bob.get('/macros')).body, 'macros')).toEqual(['For all', 'Billing only']);
    expect(titles((await api.get('/macros')).body, 'macros')).toEqual([
      'For all',
      'Support only',
      'Billing only',
    ]);
    expect((await bob.get(`/macros/${numberAt(own.body, 'macro.id')}`)).status).toBe(404);
    expect(titles((await ada.get('/macros?access=personal')).body, 'macros')).toEqual(['Mine']);
  });

  test('categories are the parts of titles before "::"', async () => {
    await macro('Billing::Refund');
    await macro('Billing::Invoice');
    await macro('Plain');
    expect((await api.get('/macros/categories')).body).toEqual({ categories: ['Billing'] });
    expect(titles((await api.get('/macros?category=Billing')).body, 'macros')).toEqual([
      'Billing::Refund',
      'Billing::Invoice',
    ]);
  });

  test('what they may do is defined, and anything else refused', async () => {
    const { body } = await api.get('/macros/definitions');
    const subjects = listAt(body, 'definitions.actions').map((one) => at(one, 'subject'));
    expect(subjects).toEqual(expect.arrayContaining(['comment_value_html', 'current_tags', 'status']));
    expect(subjects).not.toContain('notification_user');
    expect(
      (await macro('Bad', { actions: [{ field: 'notification_user', value: ['requester_id', 'S', 'B'] }] }))
        .status,
    ).toBe(422);
    expect((await macro('Bad', { actions: [{ field: 'status', value: 'asleep' }] })).status).toBe(422);
  });

  test('apply shows people, custom status and type as they would be', async () => {
    const actions = [
      { field: 'cc', value: String(GERMAN) },
      { field: 'follower', value: String(AGENT) },
      { field: 'type', value: 'task' },
      { field: 'assignee_id', value: 'current_user' },
      { field: 'subject', value: 'Renamed' },
    ];
    const id = numberAt((await macro('All', { actions })).body, 'macro.id');
    const ada = await sessionClient(sandbox, AGENT);
    const { body } = await ada.get(`/tickets/101/macros/${id}/apply`);
    expect(at(body, 'result.ticket')).toMatchObject({
      email_cc_ids: [GERMAN],
      follower_ids: [AGENT],
      type: 'task',
      assignee_id: AGENT,
      subject: 'Renamed',
    });
    expect((await api.get('/tickets/101')).body).toMatchObject({ ticket: { email_cc_ids: [], type: null } });
  });

  test('many are changed and deleted at once', async () => {
    const [a, b] = [
      numberAt((await macro('A')).body, 'macro.id'),
      numberAt((await macro('B')).body, 'macro.id'),
    ];
    await api.put('/macros/update_many', {
      macros: [
        { id: a, position: 5 },
        { id: b, active: false },
      ],
    });
    expect(titles((await api.get('/macros/active')).body, 'macros')).toEqual(['A']);
    expect(titles((await api.get('/macros')).body, 'macros')).toEqual(['B', 'A']);
    expect((await api.delete(`/macros/destroy_many?ids=${a},999`)).status).toBe(404);
    expect((await api.delete(`/macros/destroy_many?ids=${a},${b}`)).status).toBe(204);
  });
});

describe('views', () => {
  test('a preview executes and counts what is not saved', async () => {
    const body = {
      view: {
        all: [unsolved],
        output: { columns: ['nice_id', 'subject'], sort_by: 'nice_id', sort_order: 'desc' },
      },
    };
    const preview = await api.post('/views/preview', body);
    expect(preview.body).toMatchObject({
      rows: [{ ticket_id: 102, subject: 'Eine Frage' }, { ticket_id: 101 }],
      columns: [{ id: 'nice_id' }, { id: 'subject' }],
    });
    expect((await api.post('/views/preview/count', body)).body).toMatchObject({ view_count: { value: 2 } });
    expect(titles((await api.get('/views')).body, 'views')).toEqual([]);
  });

  test('execute takes another order, and groups come first', async () => {
    await api.put('/tickets/102', { ticket: { priority: 'urgent' } });
    const output = { columns: ['subject'], sort_by: 'nice_id', sort_order: 'asc' };
    const id = numberAt((await view('All', { output })).body, 'view.id');
    const rows = async (query: string) =>
      listAt((await api.get(`/views/${id}/execute${query}`)).body, 'rows').map((row) => at(row, 'ticket_id'));
    expect(await rows('')).toEqual([101, 102]);
    expect(await rows('?sort_by=nice_id&sort_order=desc')).toEqual([102, 101]);
    await api.put(`/views/${id}`, {
      view: { output: { ...output, group_by: 'priority', group_order: 'desc' } },
    });
    expect(await rows('')).toEqual([102, 101]);
  });

  test('people and groups come for the rows of the page', async () => {
    const id = numberAt((await view('All')).body, 'view.id');
    const { body } = await api.get(`/views/${id}/execute?per_page=1`);
    expect(listAt(body, 'rows')).toHaveLength(1);
    expect(listAt(body, 'users')).toHaveLength(1);
  });

  test('each sees what is shared, what is their groups’, and their own', async () => {
    await view('For all');
    await view('Billing only', { restriction: { type: 'Group', id: BILLING } });
    const ada = await sessionClient(sandbox, AGENT);
    const own = await view('Mine', { restriction: { type: 'User', id: AGENT } }, ada);
    expect(titles((await ada.get('/views')).body, 'views')).toEqual(['For all', 'Mine']);
    expect((await api.get(`/views/${numberAt(own.body, 'view.id')}/execute`)).status).toBe(404);
    expect(titles((await ada.get('/views/compact')).body, 'views')).toEqual(['For all', 'Mine']);
  });

  test('many are counted, shown, changed and deleted at once', async () => {
    const [a, b] = [numberAt((await view('A')).body, 'view.id'), numberAt((await view('B')).body, 'view.id')];
    expect((await api.get(`/views/count_many?ids=${a},${b}`)).body).toMatchObject({
      view_counts: [
        { view_id: a, value: 2 },
        { view_id: b, value: 2 },
      ],
    });
    expect(titles((await api.get(`/views/show_many?ids=${b},${a}`)).body, 'views')).toEqual(['B', 'A']);
    await api.put('/views/update_many', { views: [{ id: a, active: false }] });
    expect(titles((await api.get('/views/active')).body, 'views')).toEqual(['B']);
    expect((await api.delete(`/views/destroy_many?ids=${a},${b}`)).status).toBe(204);
  });

  test('conditions of triggers are refused, those of views defined', async () => {
    const bad = { field: 'update_type', operator: 'is', value: 'Create' };
    expect((await view('Bad', { all: [unsolved, bad] })).status).toBe(422);
    const { body } = await api.get('/views/definitions');
    expect(listAt(body, 'definitions.conditions_all').map((one) => at(one, 'subject'))).toContain('SOLVED');
  });
});
