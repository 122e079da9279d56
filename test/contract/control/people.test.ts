import { expect, test } from 'vitest';
import { accountForAll } from '../support/account.ts';
import { sessionClient } from '../support/client.ts';
import { controlOf } from '../support/control.ts';
import { at, eventsOf, listAt, numberAt } from '../support/read.ts';
import { AGENT, ENGLISH, NO_MAIL } from '../support/seed.ts';

const account = accountForAll();
const control = controlOf(account);

test('a mail makes a ticket of its sender, by the channel e-mail, and runs through the triggers', async () => {
  const made = await control('POST', '/mail', {
    from: 'eve@mail.example',
    subject: 'Out of order',
    body: 'It broke.',
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ticket: {
      requester_id: ENGLISH,
      subject: 'Out of order',
      status: 'new',
      via: { channel: 'email', source: { from: { address: 'eve@mail.example' } } },
    },
  });
  const audit = listAt(
    (await account.api.get(`/tickets/${numberAt(made.body, 'ticket.id')}/audits`)).body,
    'audits',
  )[0];
  expect(audit).toMatchObject({ author_id: ENGLISH });
  expect(eventsOf(audit).map((event) => event.type)).toContain('Notification');
  expect(account.sandbox.mails().at(-1)).toMatchObject({
    to: 'eve@mail.example',
    subject: '[Request received]',
  });
});

test('a mail of someone new makes a user; one of a suspended sender is held back', async () => {
  const made = await control('POST', '/mail', {
    from: 'someone@else.example',
    name: 'Some One',
    subject: 'Hi',
    body: 'Hello',
  });
  const user = await account.api.get(`/users/${numberAt(made.body, 'ticket.requester_id')}`);
  expect(user.body).toMatchObject({
    user: { name: 'Some One', email: 'someone@else.example', role: 'end-user' },
  });
  expect((await control('POST', '/mail', { from: 'sid@spam.example', subject: 'x', body: 'y' })).status).toBe(
    400,
  );
  expect(
    (await control('POST', '/mail', { from: 'eve@mail.example', body: 'x', ticket_id: 99_999 })).status,
  ).toBe(404);
});

test('a call makes a ticket of the channel voice with an internal note', async () => {
  const made = await control('POST', '/call', { user_id: NO_MAIL, summary: 'Was angry' });
  expect(made.body).toMatchObject({
    ticket: { requester_id: NO_MAIL, submitter_id: AGENT, is_public: false, via: { channel: 'voice' } },
  });
  const audit = listAt(
    (await account.api.get(`/tickets/${numberAt(made.body, 'ticket.id')}/audits`)).body,
    'audits',
  )[0];
  expect(eventsOf(audit)[0]).toMatchObject({
    type: 'Comment',
    public: false,
    author_id: AGENT,
    body: 'Was angry',
  });
});

test('sessions: the first plain agent by default, any user on demand; their updates come by web', async () => {
  const page = await fetch(`${account.sandbox.url}/__sandbox/session`);
  expect(at(await page.json(), 'user.id')).toBe(AGENT);
  expect(page.headers.get('set-cookie')).toMatch(/^sandbox_session=\w+;.*HttpOnly/);
  const agent = await sessionClient(account.sandbox, AGENT);
  const saved = await agent.put('/tickets/101', { ticket: { priority: 'high' } });
  expect(saved.body).toMatchObject({ audit: { author_id: AGENT, via: { channel: 'web' } } });
  expect((await control('POST', '/session', { user_id: 1 })).status).toBe(422);
});
