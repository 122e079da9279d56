import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { numberAt, textAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithMacros, ENGLISH_LOCALE, GERMAN_LOCALE } from './account-with-macros.ts';

const { account, macro, applied } = accountWithMacros();

async function greeting(name: string, english: string, german: string): Promise<string> {
  const made = await account.api.post('/dynamic_content/items.json', {
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
    const before = await account.api.get('/tickets/101');
    expect(await applied(id)).toMatchObject({
      tags: ['later', 'sent'],
      status: 'pending',
      comment: { body: 'Hi', public: false },
    });
    expect((await account.api.get('/tickets/101')).body).toEqual(before.body);
  });

  test('placeholders: ticket, people, whoever applies it; unknown ones are empty; Liquid works', async () => {
    const text =
      '{{ticket.title}}|{{ticket.assignee.name}}|{{current_user.name}}|{{ticket.nothing}}|{{dc.nothing}}|{% if ticket.status == "new" %}new{% endif %}';
    const id = await macro([{ field: 'comment_value', value: text }]);
    const agent = await sessionClient(account.sandbox, AGENT);
    expect(await applied(id, 101, agent)).toMatchObject({ comment: { body: 'A question||Ada Agent|||new' } });
  });

  test('custom fields are placeholders and actions', async () => {
    const options = [{ name: 'Deep red', value: 'red' }];
    const made = await account.api.post('/ticket_fields', {
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
    await account.api.put('/tickets/101', { ticket: { subject: 'Fish & <b>chips</b>' } });
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
    const { body } = await account.api.get(`/macros/${id}/apply.json`);
    expect(body).toMatchObject({
      result: { ticket: { status: 'pending', comment: { body: 'Hi {{ticket.id}}' } } },
    });
  });
});
