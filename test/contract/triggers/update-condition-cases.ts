import { SERVICE } from '../support/seed.ts';
import type { ConditionCase } from './rules.ts';

/** What an update is, who makes it and how, and whether a trigger on that fires. */
export const UPDATE_CONDITIONS: ConditionCase[] = [
  [
    'update_type Change',
    [{ field: 'update_type', operator: 'is', value: 'Change' }],
    { priority: 'low' },
    true,
  ],
  [
    'update_type Create',
    [{ field: 'update_type', operator: 'is', value: 'Create' }],
    { priority: 'low' },
    false,
  ],
  [
    'status less than',
    [{ field: 'status', operator: 'less_than', value: 'solved' }],
    { status: 'hold' },
    true,
  ],
  [
    'status greater than',
    [{ field: 'status', operator: 'greater_than', value: 'open' }],
    { status: 'open' },
    false,
  ],
  ['changed', [{ field: 'priority', operator: 'changed' }], { priority: 'low' }, true],
  ['changed, of another field', [{ field: 'type', operator: 'changed' }], { priority: 'low' }, false],
  ['changed to', [{ field: 'priority', operator: 'value', value: 'low' }], { priority: 'low' }, true],
  ['changed from', [{ field: 'status', operator: 'value_previous', value: 'new' }], { status: 'open' }, true],
  [
    'not changed from',
    [{ field: 'status', operator: 'not_value_previous', value: 'new' }],
    { status: 'open' },
    false,
  ],
  [
    'public comment',
    [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
    { comment: { body: 'x', public: true } },
    true,
  ],
  [
    'public comment, but a note',
    [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
    { comment: { body: 'x', public: false } },
    false,
  ],
  [
    'any comment',
    [{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }],
    { comment: { body: 'x', public: false } },
    true,
  ],
  [
    'any comment, but none',
    [{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }],
    { priority: 'low' },
    false,
  ],
  [
    'words of the comment',
    [{ field: 'comment_includes_word', operator: 'includes', value: 'refund money' }],
    { comment: { body: 'I want my money back' } },
    true,
  ],
  ['role agent', [{ field: 'role', operator: 'is', value: 'agent' }], { priority: 'low' }, true],
  ['role end user', [{ field: 'role', operator: 'is', value: 'end_user' }], { priority: 'low' }, false],
  [
    'role is this user',
    [{ field: 'role', operator: 'is', value: String(SERVICE) }],
    { priority: 'low' },
    true,
  ],
  [
    'role is not this user',
    [{ field: 'role', operator: 'is_not', value: String(SERVICE) }],
    { priority: 'low' },
    false,
  ],
  ['via mail', [{ field: 'via_id', operator: 'is', value: '4' }], { priority: 'low' }, true],
  ['via web', [{ field: 'via_id', operator: 'is', value: '0' }], { priority: 'low' }, false],
  [
    'assignee is whoever updates',
    [{ field: 'assignee_id', operator: 'is', value: 'current_user' }],
    { assignee_id: SERVICE },
    true,
  ],
];
