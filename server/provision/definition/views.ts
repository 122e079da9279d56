import { COMPLAINT_TAG, OPTION_PREFIX, SERVICE_TAGS } from '../../../domain/terms.ts';
import type { ViewKey } from './keys.ts';
import type { Localized } from './language.ts';
import { type Conditions, condition, type FieldId } from './rules.ts';
import { titled } from './titles/index.ts';

/** How a view looks. A column is a system name or the id of a custom field; ten columns at most. */
export interface Layout {
  readonly columns: readonly (string | number)[];
  readonly sort_by: string | number;
  readonly sort_order: 'asc' | 'desc';
  readonly group_by?: string | number;
  readonly group_order?: 'asc' | 'desc';
}

export interface ViewDefinition {
  readonly key: ViewKey;
  readonly title: Localized;
  readonly description: string;
  /** `all` needs one of status, type, group, assignee, requester. */
  readonly conditions: Conditions;
  readonly layout: (fieldId: FieldId) => Layout;
  /** With documented means only: sorting and grouping by a custom field is not documented, and may be refused. */
  readonly plainLayout: (fieldId: FieldId) => Layout;
}

const columns = (fieldId: FieldId): Layout['columns'] => [
  fieldId('next_due'),
  fieldId('next_step'),
  'nice_id',
  'description', // Zendesk's name for the subject
  'organization',
  'assignee',
  fieldId('channel'),
  'status',
  fieldId('received'),
];

const byNextDue = (fieldId: FieldId): Layout => ({
  columns: columns(fieldId),
  sort_by: fieldId('next_due'),
  sort_order: 'asc',
});

const byStamp =
  (stamp: 'created' | 'updated') =>
  (fieldId: FieldId): Layout => ({
    columns: columns(fieldId),
    sort_by: stamp,
    sort_order: 'desc',
  });

/** `due_date` is Zendesk's own due date, which the service sets on tasks. */
const byDueDate = (fieldId: FieldId): Layout => ({
  columns: columns(fieldId),
  sort_by: 'due_date',
  sort_order: 'asc',
});

export const VIEWS: readonly ViewDefinition[] = [
  {
    key: 'today',
    title: titled(({ views }) => views.today),
    description: 'Complaints with a deadline that is due soon or overdue.',
    // A solved ticket may still owe an answer; only closed ones are beyond reach.
    conditions: {
      all: [condition('status', 'less_than', 'closed')],
      any: [
        condition('current_tags', 'includes', SERVICE_TAGS.dueSoon),
        condition('current_tags', 'includes', SERVICE_TAGS.overdue),
      ],
    },
    layout: byNextDue,
    plainLayout: byDueDate,
  },
  {
    key: 'by_post',
    title: titled(({ views }) => views.by_post),
    description: 'Complaints whose customer has no e-mail address: a letter has to be printed and posted.',
    conditions: {
      all: [
        condition('status', 'less_than', 'closed'),
        condition('current_tags', 'includes', SERVICE_TAGS.postRequired),
      ],
      any: [],
    },
    layout: byNextDue,
    plainLayout: byDueDate,
  },
  {
    key: 'other_way',
    title: titled(({ views }) => views.other_way),
    description:
      'Complaints that came by a channel which is not accepted, and those that only a person can put right.',
    conditions: {
      all: [condition('status', 'less_than', 'closed')],
      any: [
        condition('current_tags', 'includes', SERVICE_TAGS.channelRefused),
        condition('current_tags', 'includes', SERVICE_TAGS.needsPerson),
      ],
    },
    layout: byStamp('created'),
    plainLayout: byStamp('created'),
  },
  {
    key: 'review',
    title: titled(({ views }) => views.review),
    description: 'Complaints whose customer has appealed, or that are with the ombudsman.',
    conditions: {
      all: [condition('status', 'less_than', 'closed')],
      any: [
        condition('current_tags', 'includes', `${OPTION_PREFIX.stage}appealed`),
        condition('current_tags', 'includes', `${OPTION_PREFIX.stage}referred`),
      ],
    },
    layout: byStamp('updated'),
    plainLayout: byStamp('updated'),
  },
  {
    key: 'all_open',
    title: titled(({ views }) => views.all_open),
    description: 'All complaints that are not closed, by next step.',
    // By tags, since a stage that nobody has set yet (the service is down) must not hide a complaint.
    conditions: {
      all: [
        condition('status', 'less_than', 'closed'),
        condition('current_tags', 'includes', COMPLAINT_TAG),
        condition('current_tags', 'not_includes', `${OPTION_PREFIX.stage}closed`),
        condition('current_tags', 'not_includes', `${OPTION_PREFIX.stage}ended`),
      ],
      any: [],
    },
    layout: (fieldId) => ({ ...byNextDue(fieldId), group_by: fieldId('next_step'), group_order: 'asc' }),
    plainLayout: (fieldId) => ({ ...byDueDate(fieldId), group_by: 'assignee', group_order: 'asc' }),
  },
];
