/** The triggers that a new Zendesk account comes with, in its own titles and wording. */

const RECEIVED = `Your request ({{ticket.id}}) has been received and is being reviewed by our support staff.

To add additional comments, reply to this email.

{{ticket.comments_formatted}}`;

const UPDATED = `Your request ({{ticket.id}}) has been updated. To add additional comments, reply to this email.

{{ticket.comments_formatted}}`;

const PROACTIVE = `{{ticket.latest_comment}}`;

export const STANDARD_TRIGGERS: Record<string, unknown>[] = [
  {
    title: 'Notify requester and CCs of received request',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'status', operator: 'is_not', value: 'solved' },
        { field: 'comment_is_public', operator: 'is', value: 'true' },
        { field: 'role', operator: 'is', value: 'end_user' },
      ],
      any: [],
    },
    actions: [{ field: 'notification_user', value: ['requester_and_ccs', '[Request received]', RECEIVED] }],
  },
  {
    title: 'Notify requester of new proactive ticket',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Create' },
        { field: 'status', operator: 'is_not', value: 'solved' },
        { field: 'comment_is_public', operator: 'is', value: 'true' },
        { field: 'role', operator: 'is', value: 'agent' },
        { field: 'role', operator: 'is_not', value: 'requester_id' },
      ],
      any: [],
    },
    actions: [{ field: 'notification_user', value: ['requester_and_ccs', '{{ticket.title}}', PROACTIVE] }],
  },
  {
    title: 'Notify requester and CCs of comment update',
    conditions: {
      all: [
        { field: 'update_type', operator: 'is', value: 'Change' },
        { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' },
        { field: 'role', operator: 'is_not', value: 'requester_id' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: ['requester_and_ccs', '[{{ticket.account}}] Re: {{ticket.title}}', UPDATED],
      },
    ],
  },
  {
    title: 'Notify assignee of comment update',
    conditions: {
      all: [
        { field: 'comment_is_public', operator: 'is', value: 'not_relevant' },
        { field: 'update_type', operator: 'is', value: 'Change' },
        { field: 'role', operator: 'is_not', value: 'assignee_id' },
        { field: 'status', operator: 'not_value_previous', value: 'solved' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'assignee_id',
          '[{{ticket.account}}] Re: {{ticket.title}}',
          'Ticket #{{ticket.id}} has been updated.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  },
  {
    title: 'Notify assignee of assignment',
    conditions: {
      all: [
        { field: 'assignee_id', operator: 'changed', value: '' },
        { field: 'assignee_id', operator: 'is_not', value: 'current_user' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'assignee_id',
          '[{{ticket.account}}] Assignment: {{ticket.title}}',
          'You have been assigned to ticket #{{ticket.id}}.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  },
  {
    title: 'Notify assignee of reopened ticket',
    conditions: {
      all: [
        { field: 'role', operator: 'is_not', value: 'assignee_id' },
        { field: 'status', operator: 'value_previous', value: 'solved' },
        { field: 'status', operator: 'is_not', value: 'closed' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_user',
        value: [
          'assignee_id',
          '[{{ticket.account}}] Re: {{ticket.title}}',
          'Ticket #{{ticket.id}} has been reopened.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  },
  {
    title: 'Notify group of assignment',
    conditions: {
      all: [
        { field: 'group_id', operator: 'changed', value: '' },
        { field: 'group_id', operator: 'is_not', value: '' },
        { field: 'assignee_id', operator: 'is', value: '' },
      ],
      any: [],
    },
    actions: [
      {
        field: 'notification_group',
        value: [
          'group_id',
          '[{{ticket.account}}] Assignment: {{ticket.title}}',
          'Ticket #{{ticket.id}} has been assigned to your group.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  },
  // [?] Whether a new account has this one switched on; here it is not.
  {
    title: 'Notify all agents of received request',
    active: false,
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [
      {
        field: 'notification_user',
        value: [
          'all_agents',
          '[{{ticket.account}}] {{ticket.title}}',
          'A ticket (#{{ticket.id}}) by {{ticket.requester.name}} has been received.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  },
  {
    title: 'Auto-assign to first email responding agent',
    conditions: {
      all: [
        { field: 'assignee_id', operator: 'is', value: '' },
        { field: 'role', operator: 'is', value: 'agent' },
        { field: 'current_via_id', operator: 'is', value: '4' },
        { field: 'update_type', operator: 'is', value: 'Change' },
      ],
      any: [],
    },
    actions: [{ field: 'assignee_id', value: 'current_user' }],
  },
];
