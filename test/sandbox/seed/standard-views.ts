/** The views that a new Zendesk account comes with. */

export const STANDARD_VIEWS: Record<string, unknown>[] = [
  view('Your unsolved tickets', [
    { field: 'status', operator: 'less_than', value: 'solved' },
    { field: 'assignee_id', operator: 'is', value: 'current_user' },
  ]),
  view('Unassigned tickets', [
    { field: 'status', operator: 'less_than', value: 'solved' },
    { field: 'assignee_id', operator: 'is', value: '' },
  ]),
  view('All unsolved tickets', [{ field: 'status', operator: 'less_than', value: 'solved' }]),
  view('Recently updated tickets', [
    { field: 'status', operator: 'less_than', value: 'closed' },
    { field: 'updated_at', operator: 'less_than', value: '48' },
  ]),
  view('Recently solved tickets', [{ field: 'status', operator: 'is', value: 'solved' }]),
];

function view(title: string, all: Record<string, unknown>[]): Record<string, unknown> {
  return {
    title,
    all,
    any: [],
    output: {
      columns: ['subject', 'requester', 'created', 'type', 'priority', 'assignee'],
      sort_by: 'updated',
      sort_order: 'desc',
    },
  };
}
