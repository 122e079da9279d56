import { describe, expect, test } from 'vitest';
import { type AuditEvent, at, eventsOf, eventsOfType } from '../support/read.ts';
import { ENGLISH } from '../support/seed.ts';
import { accountWithRules, NO_TRIGGERS, type Rule, WITH_CCS } from './rules.ts';

const { account, trigger, update } = accountWithRules(NO_TRIGGERS);

describe('notifications', () => {
  const mailTo = (whom: string) => [
    {
      field: 'notification_user',
      value: [
        whom,
        'Re: {{ticket.title}}',
        'Hello {{ticket.requester.first_name}}: {{ticket.latest_public_comment}}',
      ],
    },
  ];
  const onComment: Rule[] = [{ field: 'comment_is_public', operator: 'is', value: 'true' }];
  const notified = (body: unknown): AuditEvent[] =>
    eventsOf(at(body, 'audit')).filter((event) => event.type.startsWith('Notification'));

  test('are an event of the audit and a mail that was sent', async () => {
    const id = await trigger('Tell the requester', onComment, mailTo('requester_id'));
    const saved = await update({ comment: { body: 'It is on its way', public: true } });
    expect(notified(saved.body)).toMatchObject([
      {
        type: 'Notification',
        recipients: [ENGLISH],
        subject: 'Re: A question',
        body: 'Hello Eve: It is on its way',
        via: { channel: 'rule', source: { rel: 'trigger', from: { id, title: 'Tell the requester' } } },
      },
    ]);
    expect(account.sandbox.mails()).toMatchObject([
      { ticketId: 101, to: 'eve@mail.example', subject: 'Re: A question', triggerId: id },
    ]);
    await update({ comment: { body: 'secret', public: false } });
    expect(account.sandbox.mails()).toHaveLength(1);
  });

  test('go to nobody who has no address', async () => {
    await trigger('Tell the requester', onComment, mailTo('requester_id'));
    const made = await account.api.post('/tickets', {
      ticket: { requester_id: 23, comment: { body: 'letter', public: true } },
    });
    expect(eventsOfType(at(made.body, 'audit'), 'Notification')).toEqual([]);
    expect(account.sandbox.mails()).toEqual([]);
  });

  test('with "CCs and followers" on, mails to requester and CCs are another event', async () => {
    await account.restart({ seed: WITH_CCS.seed });
    await trigger('Tell all', onComment, mailTo('requester_and_ccs'));
    const saved = await update({
      email_ccs: [{ user_id: 22, action: 'put' }],
      comment: { body: 'Hi', public: true },
    });
    expect(notified(saved.body)).toMatchObject([{ type: 'NotificationWithCcs', recipients: [ENGLISH, 22] }]);
  });
});
