import { expect } from 'vitest';
import { at, listAt, numberAt, textAt } from '../support/read.ts';
import type { LiveAccount } from './account.ts';
import type { Question } from './question.ts';
import { ownTicket } from './tickets.ts';

/** Makes an object that is deleted at the end. @returns its id */
async function own(account: LiveAccount, path: string, body: Record<string, unknown>): Promise<number> {
  const made = await account.api.post(path, body);
  expect([made.status, made.body]).toEqual([expect.toSatisfy((status) => status < 300), expect.anything()]);
  const id = numberAt(made.body, `${Object.keys(body)[0]}.id`);
  account.later(() => account.api.delete(`${path}/${id}`));
  return id;
}

const PLACEHOLDERS = [
  'ticket.id',
  'ticket.title',
  'ticket.status',
  'ticket.tags',
  'ticket.created_at',
  'ticket.requester.name',
  'ticket.requester.first_name',
  'ticket.assignee.name',
  'ticket.group.name',
  'ticket.organization.name',
  'ticket.latest_comment',
  'ticket.url',
  'ticket.account',
  'current_user.name',
  'satisfaction.rating_section',
];

const macroPlaceholders: Question = {
  question: 'Does applying a macro by API render every placeholder?',
  assumed: 'perhaps not: a text in which "{{" remains is never sent',
  async ask(account) {
    const { id } = await ownTicket(account);
    const value = PLACEHOLDERS.map((name) => `${name}=<{{${name}}}>`).join('\n');
    const macro = await own(account, '/macros', {
      macro: { title: account.mark, actions: [{ field: 'comment_value', value }] },
    });
    const { status, body } = await account.api.get(`/tickets/${id}/macros/${macro}/apply`);
    expect(status).toBe(200);
    const text = textAt(body, 'result.ticket.comment.body');
    // Relied on: it is a text, and what is not rendered can be seen as such.
    expect(text).toContain(`ticket.id=<${id}>`);
    const left = PLACEHOLDERS.filter((name) => text.includes(`{{${name}`));
    const unchanged = await account.api.get(`/tickets/${id}/comments`);
    expect(listAt(unchanged.body, 'comments')).toHaveLength(1);
    return left.length === 0 ? `all ${PLACEHOLDERS.length}` : `not ${left.join(', ')}`;
  },
};

const aDateField = (account: LiveAccount) =>
  own(account, '/ticket_fields', { ticket_field: { type: 'date', title: account.mark } });

const sortByField: Question = {
  question: 'Can a view be sorted by a custom field?',
  assumed: 'not relied on by the service; provisioning reports a view that is refused',
  async ask(account) {
    const field = await aDateField(account);
    const view = {
      title: account.mark,
      all: [{ field: 'status', operator: 'less_than', value: 'solved' }],
      output: { columns: ['subject', field], sort_by: field, sort_order: 'asc' },
    };
    const made = await account.api.post('/views', { view });
    expect([200, 201, 400, 422]).toContain(made.status);
    if (made.status >= 400) return `${made.status} ${JSON.stringify(made.body)}`;
    const id = numberAt(made.body, 'view.id');
    account.later(() => account.api.delete(`/views/${id}`));
    const { body } = await account.api.get(`/views/${id}`);
    return `${made.status}, sorted by ${JSON.stringify(at(body, 'view.execution.sort_by'))}`;
  },
};

const newFieldOnForm: Question = {
  question: 'Does a single ticket form show a new field by itself?',
  assumed: 'not relied on: provisioning puts the fields on the form, the clock record on none',
  async ask(account) {
    const { body: before } = await account.api.get('/ticket_forms');
    const field = await aDateField(account);
    const { status, body } = await account.api.get('/ticket_forms');
    expect(status).toBe(200);
    const forms = listAt(body, 'ticket_forms').filter((form) =>
      listAt(form, 'ticket_field_ids').includes(field),
    );
    return `on ${forms.length} of ${listAt(before, 'ticket_forms').length} forms`;
  },
};

const bigPage: Question = {
  question: 'What does page[size] above 100 give?',
  assumed: 'never asked for: 100 is the largest page',
  async ask({ api }) {
    expect((await api.get('/tickets?page[size]=100')).status).toBe(200);
    const { status, body } = await api.get('/tickets?page[size]=101');
    return status === 200 ? '200' : `${status} ${JSON.stringify(body)}`;
  },
};

export const OBJECT_QUESTIONS: readonly Question[] = [
  macroPlaceholders,
  sortByField,
  newFieldOnForm,
  bigPage,
];
