import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let id: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const ticket = { requester_id: ENGLISH, comment: { body: 'x' } };
  id = numberAt((await api.post('/tickets', { ticket })).body, 'ticket.id');
});

const field = async (ticket_field: Record<string, unknown>) =>
  numberAt((await api.post('/ticket_fields', { ticket_field })).body, 'ticket_field.id');
const update = (ticket: Record<string, unknown>) => api.put(`/tickets/${id}`, { ticket });

describe('values', () => {
  test.each([
    [{ type: 'integer', title: 'Whole' }, ['7', -3, null], ['1.5', 'x'], 'FieldInteger'],
    [{ type: 'decimal', title: 'Part' }, ['7', '1.5'], ['x', '1.2.3'], 'FieldDecimal'],
    [
      { type: 'date', title: 'Day' },
      ['2026-02-28'],
      ['2026-02-30', '28.02.2026', '2026-02-28T10:00:00Z'],
      'FieldDate',
    ],
    [
      { type: 'regexp', title: 'Code', regexp_for_validation: '\\A[A-Z]{3}\\z' },
      ['ABC'],
      ['ABCD', 'abc'],
      'FieldRegexp',
    ],
    [
      {
        type: 'multiselect',
        title: 'Sizes',
        custom_field_options: [
          { name: 'S', value: 'small' },
          { name: 'L', value: 'large' },
        ],
      },
      [['small', 'large'], []],
      [['small', 'huge']],
      'FieldMultiselect',
    ],
  ])('of %o', async (definition, good, bad, type) => {
    const fieldId = await field(definition);
    const set = (value: unknown) => update({ custom_fields: [{ id: fieldId, value }] });
    for (const value of good) expect([value, (await set(value)).status]).toEqual([value, 200]);
    for (const value of bad) {
      const refused = await set(value);
      expect([value, refused.status]).toEqual([value, 422]);
      expect(refused.body).toMatchObject({
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: { base: [{ error: 'InvalidValue', ticket_field_id: fieldId, ticket_field_type: type }] },
      });
    }
  });
});

describe('options', () => {
  test('one by one: shown, made, changed by id, deleted', async () => {
    const fieldId = await field({
      type: 'tagger',
      title: 'Tone',
      custom_field_options: [{ name: 'A', value: 'tone_a' }],
    });
    const base = `/ticket_fields/${fieldId}/options`;
    const made = await api.post(base, { custom_field_option: { name: 'B', value: 'tone_b' } });
    expect(made.status).toBe(201);
    const option = numberAt(made.body, 'custom_field_option.id');
    const changed = await api.post(base, {
      custom_field_option: { id: option, name: 'Bee', value: 'tone_b' },
    });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { custom_field_option: { id: option, name: 'Bee' } },
    ]);
    expect((await api.get(`${base}/${option}`)).body).toMatchObject({
      custom_field_option: { value: 'tone_b' },
    });
    expect((await api.delete(`${base}/${option}`)).status).toBe(204);
    expect((await api.get(`${base}/${option}`)).status).toBe(404);
  });

  test('a field that goes takes itself off every form', async () => {
    const fieldId = await field({ type: 'text', title: 'Short-lived' });
    const form = await api.post('/ticket_forms', { ticket_form: { name: 'F', ticket_field_ids: [fieldId] } });
    expect((await api.delete(`/ticket_fields/${fieldId}`)).status).toBe(204);
    const shown = await api.get(`/ticket_forms/${numberAt(form.body, 'ticket_form.id')}`);
    expect(at(shown.body, 'ticket_form.ticket_field_ids')).toEqual([]);
  });
});

describe('forms', () => {
  test('agent conditions decide what must be filled in before solving', async () => {
    const kind = await field({
      type: 'tagger',
      title: 'Kind',
      custom_field_options: [
        { name: 'Broken', value: 'broken' },
        { name: 'Lost', value: 'lost' },
      ],
    });
    const serial = await field({ type: 'text', title: 'Serial number', required: true });
    const conditions = [
      {
        parent_field_id: kind,
        parent_field_type: 'tagger',
        value: 'broken',
        child_fields: [
          {
            id: serial,
            is_required: true,
            required_on_statuses: { type: 'SOME_STATUSES', statuses: ['solved'] },
          },
        ],
      },
    ];
    const form = numberAt(
      (
        await api.post('/ticket_forms', {
          ticket_form: { name: 'Goods', ticket_field_ids: [kind, serial], agent_conditions: conditions },
        })
      ).body,
      'ticket_form.id',
    );
    expect((await api.get(`/ticket_forms/${form}`)).body).toMatchObject({
      ticket_form: { agent_conditions: conditions },
    });
    await update({ ticket_form_id: form, custom_fields: [{ id: kind, value: 'broken' }] });
    const refused = await update({ status: 'solved', assignee_id: AGENT });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        details: {
          base: [
            { description: 'Serial number: is required when solving a ticket', ticket_field_id: serial },
          ],
        },
      },
    ]);
    // Lost goods show no such field: nothing is asked for.
    const lost = [{ id: kind, value: 'lost' }];
    expect((await update({ status: 'solved', assignee_id: AGENT, custom_fields: lost })).status).toBe(200);
    await api.delete(`/ticket_fields/${serial}`);
    await api.delete(`/ticket_fields/${kind}`);
  });

  test('are put in order, copied, and there is one default', async () => {
    const make = async (name: string) =>
      numberAt((await api.post('/ticket_forms', { ticket_form: { name } })).body, 'ticket_form.id');
    const [one, two] = [await make('One'), await make('Two')];
    const ordered = await api.put('/ticket_forms/reorder', { ticket_form_ids: [two, one] });
    const ids = listAt(ordered.body, 'ticket_forms').map((form) => numberAt(form, 'id'));
    expect(ids.indexOf(two)).toBeLessThan(ids.indexOf(one));
    const copy = await api.post(`/ticket_forms/${one}/clone`, {});
    expect([copy.status, copy.body]).toMatchObject([200, { ticket_form: { default: false } }]);
    await api.put(`/ticket_forms/${two}`, { ticket_form: { default: true } });
    const all = listAt((await api.get('/ticket_forms')).body, 'ticket_forms');
    expect(all.filter((form) => at(form, 'default') === true).map((form) => at(form, 'id'))).toEqual([two]);
  });
});
