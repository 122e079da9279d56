import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, numberAt, textAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const ENGLISH_LOCALE = 1176;
const GERMAN_LOCALE = 8;

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

async function macro(actions: { field: string; value: unknown }[], title = 'Probe'): Promise<number> {
  const made = await api.post('/macros.json', { macro: { title, description: '[mark]', actions } });
  expect(made.status).toBe(200);
  return numberAt(made.body, 'macro.id');
}

const applied = async (id: number, ticket = 101, client = api) =>
  at((await client.get(`/tickets/${ticket}/macros/${id}/apply.json`)).body, 'result.ticket');

async function greeting(name: string, english: string, german: string): Promise<string> {
  const made = await api.post('/dynamic_content/items.json', {
    item: {
      name,
      default_locale_id: ENGLISH_LOCALE,
      variants: [
        { locale_id: ENGLISH_LOCALE, content: english, default: true, active: true },
        { locale_id: GERMAN_LOCALE, content: german, active: true },
      ],
    },
  });
  expect(made.status).toBe(201);
  return textAt(made.body, 'item.placeholder');
}

describe('applying', () => {
  test('dynamic content follows the language of the requester, with placeholders of its own', async () => {
    const placeholder = await greeting(
      'probe_greeting',
      '<p>Dear {{ticket.requester.first_name}}, your request {{ticket.id}}.</p>',
      '<p>Guten Tag, Ihre Anfrage {{ticket.id}}, {{ticket.requester.name}}.</p>',
    );
    expect(placeholder).toBe('{{dc.probe_greeting}}');
    const id = await macro([
      { field: 'comment_value_html', value: placeholder },
      { field: 'comment_mode_is_public', value: true },
    ]);
    expect(await applied(id, 101)).toMatchObject({
      id: 101,
      comment: {
        body: 'Dear Eve, your request 101.',
        html_body: '<p>Dear Eve, your request 101.</p>',
        public: true,
        scoped_body: [['channel:all', 'Dear Eve, your request 101.']],
      },
    });
    expect(await applied(id, 102)).toMatchObject({
      comment: { body: 'Guten Tag, Ihre Anfrage 102, Gerd Kunde.' },
    });
  });

  test('it changes nothing, but shows the ticket as it would be', async () => {
    const id = await macro([
      { field: 'current_tags', value: 'sent later' },
      { field: 'status', value: 'pending' },
      { field: 'comment_value', value: 'Hi' },
      { field: 'comment_mode_is_public', value: 'false' },
    ]);
    const before = await api.get('/tickets/101');
    expect(await applied(id)).toMatchObject({
      tags: ['later', 'sent'],
      status: 'pending',
      comment: { body: 'Hi', public: false },
    });
    expect((await api.get('/tickets/101')).body).toEqual(before.body);
  });

  test('placeholders: ticket, people, whoever applies it; unknown ones are empty; Liquid works', async () => {
    const text =
      '{{ticket.title}}|{{ticket.assignee.name}}|{{current_user.name}}|{{ticket.nothing}}|{{dc.nothing}}|{% if ticket.status == "new" %}new{% endif %}';
    const id = await macro([{ field: 'comment_value', value: text }]);
    const agent = await sessionClient(sandbox, AGENT);
    expect(await applied(id, 101, agent)).toMatchObject({ comment: { body: 'A question||Ada Agent|||new' } });
  });

  test('custom fields are placeholders and actions', async () => {
    const options = [{ name: 'Deep red', value: 'red' }];
    const made = await api.post('/ticket_fields', {
      ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
    });
    const field = numberAt(made.body, 'ticket_field.id');
    const id = await macro([
      { field: `custom_fields_${field}`, value: 'red' },
      {
        field: 'comment_value',
        value: `{{ticket.ticket_field_${field}}}/{{ticket.ticket_field_option_title_${field}}}`,
      },
    ]);
    expect(await applied(id)).toMatchObject({ tags: ['red'], comment: { body: 'red/Deep red' } });
  });

  test("values are escaped in HTML, the macro's own HTML is not", async () => {
    await api.put('/tickets/101', { ticket: { subject: 'Fish & <b>chips</b>' } });
    const id = await macro([{ field: 'comment_value_html', value: '<em>{{ticket.title}}</em>' }]);
    expect(await applied(id)).toMatchObject({
      comment: { html_body: '<em>Fish &amp; &lt;b&gt;chips&lt;/b&gt;</em>', body: 'Fish & <b>chips</b>' },
    });
  });

  test('without a ticket, only what the actions name', async () => {
    const id = await macro([
      { field: 'status', value: 'pending' },
      { field: 'comment_value', value: 'Hi {{ticket.id}}' },
    ]);
    const { body } = await api.get(`/macros/${id}/apply.json`);
    expect(body).toMatchObject({
      result: { ticket: { status: 'pending', comment: { body: 'Hi {{ticket.id}}' } } },
    });
  });
});

describe('the API', () => {
  test('create, show, change, list, delete', async () => {
    const id = await macro([{ field: 'status', value: 'open' }], 'To be changed');
    const changed = await api.put(`/macros/${id}`, { macro: { title: 'Changed', active: false } });
    expect(changed.body).toMatchObject({
      macro: {
        id,
        title: 'Changed',
        active: false,
        description: '[mark]',
        actions: [{ field: 'status', value: 'open' }],
      },
    });
    expect((await api.get('/macros/search?query=changed')).body).toMatchObject({ count: 1 });
    expect((await api.delete(`/macros/${id}`)).status).toBe(204);
    expect((await api.get(`/macros/${id}`)).status).toBe(404);
  });

  test('a macro needs actions, and an agent only writes personal ones', async () => {
    expect((await api.post('/macros', { macro: { title: 'Empty', actions: [] } })).status).toBe(422);
    const agent = await sessionClient(sandbox, AGENT);
    const actions = [{ field: 'status', value: 'open' }];
    expect((await agent.post('/macros', { macro: { title: 'Shared', actions } })).status).toBe(403);
    expect(
      (
        await agent.post('/macros', {
          macro: { title: 'Mine', actions, restriction: { type: 'User', id: AGENT } },
        })
      ).status,
    ).toBe(200);
  });
});

describe('dynamic content', () => {
  test('variants are added, changed and deleted; the default one stays', async () => {
    const made = await api.post('/dynamic_content/items', {
      item: {
        name: 'Second Item',
        default_locale_id: ENGLISH_LOCALE,
        variants: [{ locale_id: ENGLISH_LOCALE, default: true, content: 'Hello' }],
      },
    });
    const id = numberAt(made.body, 'item.id');
    expect(made.body).toMatchObject({
      item: {
        placeholder: '{{dc.second_item}}',
        variants: [{ content: 'Hello', default: true, locale_id: ENGLISH_LOCALE }],
      },
    });
    const added = await api.post(`/dynamic_content/items/${id}/variants`, {
      variant: { locale_id: GERMAN_LOCALE, content: 'Hallo', active: true },
    });
    expect(added.status).toBe(201);
    const variant = numberAt(added.body, 'variant.id');
    await api.put(`/dynamic_content/items/${id}/variants/${variant}`, { variant: { content: 'Guten Tag' } });
    expect((await api.get(`/dynamic_content/items/${id}`)).body).toMatchObject({
      item: { variants: [{ content: 'Hello' }, { content: 'Guten Tag', default: false }] },
    });
    expect(
      (
        await api.post(`/dynamic_content/items/${id}/variants`, {
          variant: { locale_id: GERMAN_LOCALE, content: 'x' },
        })
      ).status,
    ).toBe(422);
    expect(
      (await api.delete(`/dynamic_content/items/${id}/variants/${numberAt(made.body, 'item.variants.0.id')}`))
        .status,
    ).toBe(422);
    expect((await api.delete(`/dynamic_content/items/${id}/variants/${variant}`)).status).toBe(204);
  });

  test('names are taken once, renaming keeps the placeholder, plain agents are kept out', async () => {
    const item = {
      name: 'taken',
      default_locale_id: ENGLISH_LOCALE,
      variants: [{ locale_id: ENGLISH_LOCALE, content: 'x' }],
    };
    const id = numberAt((await api.post('/dynamic_content/items', { item })).body, 'item.id');
    expect((await api.post('/dynamic_content/items', { item })).status).toBe(422);
    expect((await api.put(`/dynamic_content/items/${id}`, { item: { name: 'renamed' } })).body).toMatchObject(
      { item: { name: 'renamed', placeholder: '{{dc.taken}}' } },
    );
    expect((await (await sessionClient(sandbox, AGENT)).get('/dynamic_content/items')).status).toBe(403);
  });

  test('variants are made and changed many at once, all or none; another may become the default', async () => {
    const item = { name: 'many', default_locale_id: ENGLISH_LOCALE, content: 'Hello' };
    const id = numberAt((await api.post('/dynamic_content/items', { item })).body, 'item.id');
    const path = `/dynamic_content/items/${id}`;
    const french = { locale_id: 16, content: 'Bonjour' };
    const german = { locale_id: GERMAN_LOCALE, content: 'Hallo' };
    expect((await api.post(`${path}/variants/create_many`, { variants: [french, french] })).status).toBe(422);
    expect((await api.put(path, { item: { default_locale_id: GERMAN_LOCALE } })).status).toBe(422);
    const made = await api.post(`${path}/variants/create_many`, { variants: [french, german] });
    expect(made.body).toMatchObject({ variants: [french, german] });
    const variants = [{ id: numberAt(made.body, 'variants.0.id'), content: 'Salut' }];
    await api.put(`${path}/variants/update_many`, { variants });
    const changed = await api.put(path, { item: { default_locale_id: GERMAN_LOCALE } });
    expect(changed.body).toMatchObject({
      item: {
        default_locale_id: GERMAN_LOCALE,
        variants: [
          { default: false },
          { content: 'Salut', default: false },
          { content: 'Hallo', default: true },
        ],
      },
    });
    expect((await api.get('/dynamic_content/items/show_many?identifiers=dc.many')).body).toMatchObject({
      items: [{ id }],
    });
  });

  test('a language without a variant, and one that is switched off, fall back to the default', async () => {
    const variants = [
      { locale_id: ENGLISH_LOCALE, content: 'Hello', default: true },
      { locale_id: GERMAN_LOCALE, content: 'Hallo', active: false },
    ];
    const item = { name: 'fallback', default_locale_id: ENGLISH_LOCALE, variants };
    await api.post('/dynamic_content/items', { item });
    const id = await macro([{ field: 'comment_value', value: '{{dc.fallback}}' }]);
    expect(await applied(id, 102)).toMatchObject({ comment: { body: 'Hello' } });
  });
});
