import { describe, expect, test } from 'vitest';
import { at } from '../support/read.ts';
import { accountWithRules, addTag, WITH_CCS } from './rules.ts';

const { post } = accountWithRules(WITH_CCS);

describe('what is refused', () => {
  const condition = (field: string, operator: string, value?: unknown) => ({
    title: 'Bad',
    conditions: { all: [{ field, operator, value }] },
    actions: addTag('a'),
  });
  const action = (field: string, value: unknown) => ({
    title: 'Bad',
    conditions: { all: [] },
    actions: [{ field, value }],
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown field', condition('moon_phase', 'is', 'full')],
    ['an unknown operator', condition('status', 'resembles', 'open')],
    ['a status there is not', condition('status', 'is', 'sleeping')],
    ['a custom field there is not', condition('custom_fields_1', 'present')],
    ['hours, which are for automations', condition('SOLVED', 'greater_than', '24')],
    ['an unknown action', action('dance', 'yes')],
    ['a mail to nobody', action('notification_user', ['moon', 'S', 'B'])],
    ['a mail without a body', action('notification_user', ['requester_id', 'S'])],
    ['a webhook there is not', action('notification_webhook', ['01X', '{}'])],
    ['a comment, which is for macros', action('comment_value', 'Hi')],
  ])('%s, with a word on it', async (_name, body) => {
    const refused = await post(body);
    expect([refused.status, at(refused.body, 'error')]).toEqual([422, 'RecordInvalid']);
    expect(Object.keys(at(refused.body, 'details') ?? {})).toHaveLength(1);
  });
});
