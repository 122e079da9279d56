import { describe, expect, test } from 'vitest';
import { AGENT, BILLING, ENGLISH, GERMAN, SUPPORT } from '../support/seed.ts';
import { accountWithRules, WITH_CCS } from './rules.ts';

const { account, probe, update } = accountWithRules(WITH_CCS);

describe('actions', () => {
  test('CC, follower, language, group and assignee', async () => {
    await probe(
      [{ field: 'priority', operator: 'is', value: 'urgent' }],
      [
        { field: 'cc', value: String(GERMAN) },
        { field: 'follower', value: String(AGENT) },
        { field: 'locale_id', value: '8' },
        { field: 'group_id', value: String(BILLING) },
      ],
    );
    const { body } = await update({ priority: 'urgent' });
    expect(body).toMatchObject({
      ticket: { email_cc_ids: [GERMAN], follower_ids: [AGENT], group_id: BILLING },
    });
    expect((await account.api.get(`/users/${ENGLISH}`)).body).toMatchObject({ user: { locale: 'de' } });
  });

  test('each recipient is written to in their own language', async () => {
    const variants = [
      { locale_id: 1176, content: 'Hello', default: true },
      { locale_id: 8, content: 'Hallo' },
    ];
    await account.api.post('/dynamic_content/items', {
      item: { name: 'hi', default_locale_id: 1176, variants },
    });
    await probe(
      [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
      [{ field: 'notification_user', value: ['requester_and_ccs', 'S', '{{dc.hi}}'] }],
    );
    await update({ email_ccs: [{ user_id: GERMAN, action: 'put' }], comment: { body: 'x', public: true } });
    expect(account.sandbox.mails().map(({ to, body }) => [to, body])).toEqual([
      ['eve@mail.example', 'Hello'],
      ['gerd@mail.example', 'Hallo'],
    ]);
  });

  test('a group is mailed', async () => {
    await probe(
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'notification_group', value: [String(SUPPORT), 'S', 'B'] }],
    );
    await update({ priority: 'low' });
    expect(account.sandbox.mails().map(({ to }) => to)).toEqual([
      'service@probe.example',
      'ada@probe.example',
    ]);
  });
});
