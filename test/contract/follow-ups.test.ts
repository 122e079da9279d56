import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let field: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
  const options = [{ name: 'Red', value: 'red' }];
  field = numberAt(
    (
      await api.post('/ticket_fields', {
        ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
      })
    ).body,
    'ticket_field.id',
  );
  await api.put('/tickets/101', {
    ticket: {
      tags: ['old'],
      custom_fields: [{ id: field, value: 'red' }],
      assignee_id: AGENT,
      status: 'closed',
    },
  });
});
afterAll(() => sandbox.stop());

const Values = z.array(z.object({ id: z.number(), value: z.unknown() }));

const inherited = (body: unknown) => {
  const values = Values.parse(listAt(body, 'ticket.custom_fields'));
  return {
    tags: at(body, 'ticket.tags'),
    colour: values.find((one) => one.id === field)?.value,
    status: at(body, 'ticket.status'),
  };
};

test('a follow-up inherits tags and fields, names its source and starts anew', async () => {
  const made = await api.post('/tickets', {
    ticket: { via_followup_source_id: 101, requester_id: ENGLISH, comment: { body: 'Once more' } },
  });
  expect(made.status).toBe(201);
  expect(inherited(made.body)).toEqual({ tags: ['old', 'red'], colour: 'red', status: 'new' });
  expect(made.body).toMatchObject({
    ticket: { via: { source: { rel: 'follow_up', from: { ticket_id: 101 } } }, assignee_id: null },
  });
  expect((await api.get('/tickets/101')).body).toMatchObject({
    ticket: { followup_ids: [numberAt(made.body, 'ticket.id')] },
  });
  const audit = listAt(
    (await api.get(`/tickets/${numberAt(made.body, 'ticket.id')}/audits`)).body,
    'audits.0.events',
  );
  expect(audit).toContainEqual(
    expect.objectContaining({ type: 'Create', field_name: 'tags', value: ['old', 'red'] }),
  );
});

test('a mail that answers a closed ticket makes a follow-up', async () => {
  const response = await fetch(`${sandbox.url}/__sandbox/mail`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      from: 'eve@mail.example',
      subject: 'Re: A question',
      body: 'Still not',
      ticket_id: 101,
    }),
  });
  const body: unknown = await response.json();
  expect(inherited(body)).toEqual({ tags: ['old', 'red'], colour: 'red', status: 'new' });
  expect(body).toMatchObject({
    ticket: { via: { channel: 'email', source: { rel: 'follow_up', from: { ticket_id: 101 } } } },
  });
});

test('tags of the request take the place of those inherited', async () => {
  const made = await api.post('/tickets', {
    ticket: {
      via_followup_source_id: 101,
      requester_id: ENGLISH,
      tags: ['mine'],
      comment: { body: 'Again' },
    },
  });
  expect(at(made.body, 'ticket.tags')).toContain('mine');
  expect(at(made.body, 'ticket.tags')).not.toContain('old');
});

test('only a closed ticket can be followed: naming another has no effect', async () => {
  const made = await api.post('/tickets', {
    ticket: { via_followup_source_id: 102, comment: { body: 'x' } },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ ticket: { tags: [], via: { channel: 'api', source: { rel: null } } } });
});
