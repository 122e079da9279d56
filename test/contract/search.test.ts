import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { listAt, numberAt } from './support/read.ts';
import { AGENT, BILLING, ENGLISH, GERMAN, SEED, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let field: number;

beforeAll(async () => {
  const organizations = [{ id: 81, name: 'Northgate Works', tags: ['works'] }];
  const users = (SEED.users ?? []).map((user) =>
    user.id === GERMAN ? { ...user, organization_id: 81 } : user,
  );
  sandbox = await startSandbox({ seed: { ...SEED, organizations, users }, now: '2026-04-08T12:00:00Z' });
  api = await serviceClient(sandbox);
  const ticket_field = { type: 'integer', title: 'Amount' };
  field = numberAt((await api.post('/ticket_fields', { ticket_field })).body, 'ticket_field.id');
  await api.put('/tickets/101', {
    ticket: {
      subject: 'Toppings for Tip-Top Mops',
      tags: ['vip', 'late_reply'],
      priority: 'high',
      type: 'incident',
      assignee_id: AGENT,
      custom_fields: [{ id: field, value: '42' }],
      comment: { body: 'Internal remark about desktops', public: false, author_id: AGENT },
    },
  });
});
afterAll(() => sandbox.stop());

const found = async (query: string) =>
  listAt(
    (await api.get(`/search?query=${encodeURIComponent(query)}&sort_by=created_at&sort_order=asc`)).body,
    'results',
  ).map((item) => numberAt(item, 'id'));

describe('search', () => {
  test.each([
    // Words are found at their beginning, in subject and comments.
    ['type:ticket top', [101]],
    ['type:ticket mops', [101]],
    ['type:ticket desk', [101]],
    ['type:ticket esktop', []],
    ['type:ticket "remark about desktops"', [101]],
    ['type:ticket "desktops remark"', []],
    ['type:ticket rem*k', [101]],
    ['type:ticket -remark', [102]],
    ['type:ticket subject:toppings', [101]],
    ['type:ticket comment:remark', [101]],
    // Tags.
    ['type:ticket tags:late*', [101]],
    ['type:ticket tags:"vip late_reply"', [101]],
    ['type:ticket tags:"vip other"', []],
    ['type:ticket tags:none', []],
    ['type:ticket tags:works', [102]],
    ['type:ticket -tags:vip', [102]],
    // People and places.
    ['type:ticket assignee:ada', [101]],
    ['type:ticket assignee:none', [102]],
    ['type:ticket requester:gerd@mail.example', [102]],
    ['type:ticket commenter:ada', [101]],
    ['type:ticket group:Support', [101]],
    ['type:ticket group:none', [102]],
    [`type:ticket group:${SUPPORT}`, [101]],
    ['type:ticket organization:"northgate works"', [102]],
    ['type:ticket organization:none', [101]],
    ['type:ticket via:mail', [101]],
    ['type:ticket via:web', [102]],
    // Ladders, values, times.
    ['type:ticket priority>=normal', [101]],
    ['type:ticket status<solved', [101, 102]],
    ['type:ticket status>pending', []],
    ['type:ticket ticket_type:incident', [101]],
    ['type:ticket updated>30minutes', [101]],
    ['type:ticket created<90minutes', [101]],
    ['type:ticket created:today', [101, 102]],
    ['type:ticket created>=2026-04-08T10:30:00Z', [102]],
    ['type:ticket has_attachment:true', []],
    ['type:ticket nonsense:1', []],
    ['101 type:ticket', [101]],
    // Other kinds.
    ['type:organization works', [81]],
    ['type:group bill', [BILLING]],
    ['type:user role:end-user eve', [ENGLISH]],
    ['type:user organization:"Northgate Works"', [GERMAN]],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  test('custom fields by their number', async () => {
    expect(await found(`type:ticket custom_field_${field}:42`)).toEqual([101]);
    expect(await found(`type:ticket custom_field_${field}:*`)).toEqual([101]);
    expect(await found(`type:ticket custom_field_${field}:none`)).toEqual([102]);
    expect(await found(`type:ticket custom_field_${field}>5`)).toEqual([101]);
    expect(await found(`type:ticket custom_field_${field}>100`)).toEqual([]);
  });

  test('order_by and sort in the query are like the parameters', async () => {
    const ids = async (query: string) =>
      listAt((await api.get(`/search?query=${encodeURIComponent(query)}`)).body, 'results').map((one) =>
        numberAt(one, 'id'),
      );
    expect(await ids('type:ticket order_by:created sort:asc')).toEqual([101, 102]);
    expect(await ids('type:ticket order_by:created sort:desc')).toEqual([102, 101]);
    expect(await ids('type:ticket order_by:updated_at sort:desc')).toEqual([101, 102]);
  });

  test('of all kinds at once, each result says what it is', async () => {
    const { body } = await api.get('/search?query=works');
    expect(body).toMatchObject({
      results: [{ id: 81, result_type: 'organization' }],
      facets: null,
      count: 1,
    });
    expect((await api.get('/search/count?query=type:ticket')).body).toEqual({ count: 2 });
    expect((await api.get('/search')).status).toBe(422);
  });
});
