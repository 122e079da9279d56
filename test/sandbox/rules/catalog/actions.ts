import type { Account } from '../../account/account.ts';
import { fillDynamicContent } from '../../liquid/dynamic-content.ts';
import { type Choice, choicesOf } from './values.ts';

export type ActingKind = 'trigger' | 'automation' | 'macro';

/** An action that rules may have, by Zendesk's actions reference. */
export interface ActionDefinition {
  field: string;
  title: string;
  group: string;
  type: 'list' | 'text' | 'tags' | 'autocomplete' | 'date' | 'textarea';
  repeatable: boolean;
  choices: Choice[];
}

const ALL: readonly ActingKind[] = ['trigger', 'automation', 'macro'];
const ALONE: readonly ActingKind[] = ['trigger', 'automation'];
const MACRO: readonly ActingKind[] = ['macro'];

type Row = readonly [
  field: string,
  title: string,
  type: ActionDefinition['type'],
  kinds: readonly ActingKind[],
  group?: string,
];

const ROWS: readonly Row[] = [
  ['status', 'Status', 'list', ALL],
  ['custom_status_id', 'Ticket status', 'list', ALL],
  ['type', 'Type', 'list', ALL],
  ['priority', 'Priority', 'list', ALL],
  ['group_id', 'Group', 'list', ALL],
  ['assignee_id', 'Assignee', 'list', ALL],
  ['brand_id', 'Brand', 'list', ALL],
  ['ticket_form_id', 'Form', 'list', ALL],
  ['set_tags', 'Set tags', 'tags', ALL],
  ['current_tags', 'Add tags', 'tags', ALL],
  ['remove_tags', 'Remove tags', 'tags', ALL],
  ['cc', 'Add CC', 'autocomplete', ALL],
  ['follower', 'Add follower', 'autocomplete', ALL],
  ['due_at', 'Due date', 'date', ALL],
  ['satisfaction_score', 'Satisfaction', 'list', ALONE],
  ['set_schedule', 'Set schedule', 'list', ['trigger']],
  ['locale_id', 'Language', 'list', ALONE, 'requester'],
  ['notification_user', 'Email user', 'list', ALONE, 'notify_by'],
  ['notification_group', 'Email group', 'list', ALONE, 'notify_by'],
  ['notification_webhook', 'Notify active webhook', 'list', ALONE, 'notify_by'],
  ['subject', 'Set subject', 'text', ['macro']],
  ['comment_value', 'Comment/description', 'textarea', MACRO],
  ['comment_value_html', 'Comment/description', 'textarea', MACRO],
  ['comment_mode_is_public', 'Comment mode', 'list', MACRO],
];

/** All actions that rules of a kind may have in this account, its custom fields included. */
export function actionDefinitions(account: Account, kind: ActingKind): ActionDefinition[] {
  const fixed = ROWS.filter(([, , , kinds]) => kinds.includes(kind)).map(([field, title, type, , group]) => ({
    field,
    title,
    group: group ?? 'ticket',
    type,
    repeatable: field.startsWith('notification_') || field === 'cc' || field === 'follower',
    choices: choicesOf(account, field),
  }));
  const custom = [...account.fields.values()]
    .filter((field) => field.removable && field.active)
    .map((field) => ({
      field: `custom_fields_${field.id}`,
      title: fillDynamicContent(account, field.raw_title, account.settings.locale),
      group: 'ticket',
      type: field.type === 'date' ? ('date' as const) : ('list' as const),
      repeatable: false,
      choices: choicesOf(account, `custom_fields_${field.id}`),
    }));
  return [...fixed, ...custom];
}
