import { GERMAN } from '../support/seed.ts';
import type { ConditionCase } from './rules.ts';

/** What the ticket is, its people and its history, and whether a trigger on that fires. */
export const TICKET_CONDITIONS: ConditionCase[] = [
  [
    'words of the description',
    [{ field: 'description_includes_word', operator: 'includes', value: 'where' }],
    { priority: 'low' },
    true,
  ],
  [
    'words of the subject',
    [{ field: 'subject_includes_word', operator: 'includes', value: 'refund question' }],
    { priority: 'low' },
    true,
  ],
  [
    'none of the words',
    [{ field: 'subject_includes_word', operator: 'not_includes', value: 'question' }],
    { priority: 'low' },
    false,
  ],
  [
    'language of the requester',
    [{ field: 'locale_id', operator: 'is', value: '1176' }],
    { priority: 'low' },
    true,
  ],
  ['another language', [{ field: 'locale_id', operator: 'is', value: '8' }], { priority: 'low' }, false],
  [
    'the update came by the API',
    [{ field: 'current_via_id', operator: 'is', value: '5' }],
    { priority: 'low' },
    true,
  ],
  ['the ticket came by mail', [{ field: 'via_id', operator: 'is', value: '4' }], { priority: 'low' }, true],
  [
    'the update did not come by mail',
    [{ field: 'current_via_id', operator: 'is', value: '4' }],
    { priority: 'low' },
    false,
  ],
  ['type by its number', [{ field: 'ticket_type_id', operator: 'is', value: '4' }], { type: 'task' }, true],
  [
    'priority less than',
    [{ field: 'priority', operator: 'less_than', value: 'high' }],
    { priority: 'normal' },
    true,
  ],
  ['not changed', [{ field: 'priority', operator: 'not_changed' }], { type: 'task' }, true],
  [
    'role of the requester',
    [{ field: 'requester_role', operator: 'is', value: '0' }],
    { priority: 'low' },
    true,
  ],
  [
    'a CC',
    [{ field: 'cc', operator: 'is', value: String(GERMAN) }],
    { email_ccs: [{ user_id: GERMAN, action: 'put' }] },
    true,
  ],
  [
    'agent replies',
    [{ field: 'replies', operator: 'greater_than', value: '0' }],
    { comment: { body: 'Hi', public: true } },
    true,
  ],
  [
    'no agent replies',
    [{ field: 'replies', operator: 'greater_than', value: '0' }],
    { comment: { body: 'Hm', public: false } },
    false,
  ],
];
