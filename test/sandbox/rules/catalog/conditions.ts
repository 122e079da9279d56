import type { Account } from '../../account/account.ts';
import { fillDynamicContent } from '../../liquid/dynamic-content.ts';
import { CHANGES, HELD, HOURS, RANKED, SAME, THERE, WORDS } from './operators.ts';
import { type Choice, choicesOf } from './values.ts';

export type RuleKind = 'trigger' | 'automation' | 'view';

/** A condition that rules may have, by Zendesk's conditions reference. */
export interface ConditionDefinition {
  field: string;
  title: string;
  group: string;
  /** `list` has choices, `text` and `tags` don't. */
  type: 'list' | 'text' | 'tags' | 'autocomplete' | 'date';
  operators: readonly string[];
  kinds: readonly RuleKind[];
  choices: Choice[];
}

const ALL: readonly RuleKind[] = ['trigger', 'automation', 'view'];
const TIMED: readonly RuleKind[] = ['automation', 'view'];
const TRIGGER: readonly RuleKind[] = ['trigger'];
const ON_TICKET = 'ticket';
const ON_REQUESTER = 'requester';

type Row = readonly [
  field: string,
  title: string,
  type: ConditionDefinition['type'],
  operators: readonly string[],
  kinds: readonly RuleKind[],
  group?: string,
];

const ROWS: readonly Row[] = [
  ['status', 'Status', 'list', [...RANKED, ...CHANGES], ALL],
  ['custom_status_id', 'Ticket status', 'list', [...HELD, ...SAME, ...CHANGES], ALL],
  ['type', 'Type', 'list', [...SAME, ...CHANGES], ALL],
  ['ticket_type_id', 'Type', 'list', [...SAME, ...CHANGES], ALL],
  ['priority', 'Priority', 'list', [...RANKED, ...CHANGES], ALL],
  ['group_id', 'Group', 'list', [...SAME, ...CHANGES, ...HELD], ALL],
  ['assignee_id', 'Assignee', 'list', [...SAME, ...CHANGES, ...HELD], ALL],
  ['requester_id', 'Requester', 'autocomplete', [...SAME, ...CHANGES], ALL],
  ['submitter_id', 'Submitter', 'autocomplete', SAME, ALL],
  ['organization_id', 'Organization', 'autocomplete', [...SAME, ...CHANGES], ALL],
  ['brand_id', 'Brand', 'list', [...SAME, ...CHANGES], ALL],
  ['ticket_form_id', 'Form', 'list', [...SAME, ...CHANGES], ALL],
  ['current_tags', 'Tags', 'tags', HELD, ALL],
  ['via_id', 'Channel', 'list', SAME, ALL],
  ['current_via_id', 'Update via', 'list', SAME, TRIGGER],
  ['recipient', 'Received at', 'text', SAME, ALL],
  ['external_id', 'External ID', 'text', [...SAME, ...THERE], ALL],
  ['description_includes_word', 'Description', 'text', WORDS, ALL],
  ['subject_includes_word', 'Subject text', 'text', WORDS, TRIGGER],
  ['comment_includes_word', 'Comment text', 'text', WORDS, TRIGGER],
  ['comment_is_public', 'Comment', 'list', SAME, TRIGGER],
  ['ticket_is_public', 'Privacy', 'list', SAME, ALL],
  ['update_type', 'Ticket', 'list', ['is'], TRIGGER],
  ['role', 'Current user', 'list', SAME, TRIGGER],
  ['in_business_hours', 'Within business hours', 'list', ['is'], TRIGGER],
  ['schedule_id', 'Schedule', 'list', SAME, ALL],
  ['within_schedule', 'Within schedule', 'list', SAME, TRIGGER],
  ['reopens', 'Reopens', 'text', ['is', 'less_than', 'greater_than'], TRIGGER],
  ['replies', 'Agent replies', 'text', ['is', 'less_than', 'greater_than'], TRIGGER],
  ['agent_stations', 'Assignee stations', 'text', ['is', 'less_than', 'greater_than'], TRIGGER],
  ['group_stations', 'Group stations', 'text', ['is', 'less_than', 'greater_than'], TRIGGER],
  ['satisfaction_score', 'Satisfaction', 'list', [...RANKED, ...CHANGES], ALL],
  ['due_date', 'Due date', 'list', ['is', 'less_than', 'greater_than', ...THERE], ALL],
  ['locale_id', 'Language', 'list', SAME, ALL, ON_REQUESTER],
  ['requester_role', 'Role', 'list', SAME, ALL, ON_REQUESTER],
  ['cc', 'CC', 'autocomplete', SAME, ['trigger', 'automation']],
  ['created_at', 'Hours since created', 'text', HOURS, TIMED],
  ['exact_created_at', 'Created', 'date', RANKED, TIMED],
  ['updated_at', 'Hours since update', 'text', HOURS, TIMED],
  ['assigned_at', 'Hours since assigned', 'text', HOURS, TIMED],
  ['requester_updated_at', 'Hours since requester update', 'text', HOURS, TIMED],
  ['assignee_updated_at', 'Hours since assignee update', 'text', HOURS, TIMED],
  ['until_due_date', 'Hours until due date', 'text', HOURS, TIMED],
  ['NEW', 'Hours since new', 'text', HOURS, TIMED],
  ['OPEN', 'Hours since open', 'text', HOURS, TIMED],
  ['PENDING', 'Hours since pending', 'text', HOURS, TIMED],
  ['HOLD', 'Hours since on-hold', 'text', HOURS, TIMED],
  ['SOLVED', 'Hours since solved', 'text', HOURS, TIMED],
  ['CLOSED', 'Hours since closed', 'text', HOURS, TIMED],
];

/** All conditions that rules of a kind may have in this account, its custom fields included. */
export function conditionDefinitions(account: Account, kind: RuleKind): ConditionDefinition[] {
  const fixed = ROWS.filter(([, , , , kinds]) => kinds.includes(kind)).map(
    ([field, title, type, operators, kinds, group]) => ({
      field,
      title,
      group: group ?? ON_TICKET,
      type,
      // Views and automations look at a ticket as it is: nothing has changed for them.
      operators: kind === 'trigger' ? operators : operators.filter((one) => !CHANGES.includes(one)),
      kinds,
      choices: choicesOf(account, field),
    }),
  );
  return [...fixed, ...customFields(account, kind)];
}

function customFields(account: Account, kind: RuleKind): ConditionDefinition[] {
  return [...account.fields.values()]
    .filter((field) => field.removable && field.active)
    .map((field) => ({
      field: `custom_fields_${field.id}`,
      title: fillDynamicContent(account, field.raw_title, account.settings.locale),
      group: ON_TICKET,
      type: field.type === 'date' ? ('date' as const) : ('list' as const),
      operators: [
        ...(['date', 'integer', 'decimal'].includes(field.type) ? RANKED : SAME),
        ...(field.type === 'multiselect' ? HELD : []),
        ...THERE,
        ...(kind === 'trigger' ? CHANGES : []),
      ],
      kinds: ALL,
      choices: choicesOf(account, `custom_fields_${field.id}`),
    }));
}
