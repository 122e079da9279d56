/** The automations that a new Zendesk account comes with. */

/** Solved tickets close four days on. Zendesk itself closes them after 28 days, whatever the account's rules say. */
export const STANDARD_AUTOMATIONS: Record<string, unknown>[] = [
  {
    title: 'Close ticket 4 days after status is set to solved',
    conditions: {
      all: [
        { field: 'status', operator: 'is', value: 'solved' },
        { field: 'SOLVED', operator: 'greater_than', value: '96' },
      ],
      any: [],
    },
    actions: [{ field: 'status', value: 'closed' }],
  },
  pendingNotification('Pending notification 24 hours', '24'),
  pendingNotification('Pending notification 5 days', '120'),
  {
    title: 'Request customer satisfaction rating (System Automation)',
    active: false,
    conditions: {
      all: [
        { field: 'SOLVED', operator: 'greater_than', value: '24' },
        { field: 'satisfaction_score', operator: 'is', value: 'unoffered' },
        { field: 'status', operator: 'is', value: 'solved' },
        { field: 'ticket_is_public', operator: 'is', value: 'public' },
      ],
      any: [],
    },
    actions: [
      { field: 'satisfaction_score', value: 'offered' },
      {
        field: 'notification_user',
        value: [
          'requester_id',
          'Request #{{ticket.id}}: How would you rate the support you received?',
          'Hello {{ticket.requester.name}},\n\nWe would love to hear what you think of our customer service.\n\n{{satisfaction.rating_section}}',
        ],
      },
    ],
  },
];

/** Two reminders that a new account has switched off. */
function pendingNotification(title: string, hours: string): Record<string, unknown> {
  return {
    title,
    active: false,
    conditions: { all: [{ field: 'PENDING', operator: 'is', value: hours }], any: [] },
    actions: [
      {
        field: 'notification_user',
        value: [
          'requester_id',
          '[{{ticket.account}}] Pending request: {{ticket.title}}',
          'This is an email to remind you that your request (#{{ticket.id}}) is pending and awaits your feedback.\n\n{{ticket.comments_formatted}}',
        ],
      },
    ],
  };
}
