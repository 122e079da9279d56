import type { Dates } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/strings.ts';
import { type Directory, userName } from '../../state/directory.ts';
import { useDates, useDirectory, useWords } from '../../state/workspace.ts';

/** Names and values of a ticket's properties as a person reads them. */
export interface ValueText {
  /** The title of a property by its name in audits (`assignee_id`, `123`) or in the draft (`assigneeId`). */
  title(name: string): string;
  value(name: string, value: unknown): string;
}

export function useValueText(): ValueText {
  const directory = useDirectory();
  const words = useWords();
  const dates = useDates();
  return {
    title: (name) => titleOf(snake(name), directory, words),
    value: (name, value) => wordsFor(snake(name), value, { directory, words, dates }),
  };
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const titles = {
  subject: 'subject',
  status: 'status',
  custom_status_id: 'status',
  priority: 'priority',
  type: 'type',
  assignee_id: 'assignee',
  group_id: 'group',
  requester_id: 'requester',
  organization_id: 'organization',
  ticket_form_id: 'form',
  form_id: 'form',
  due_at: 'dueDate',
  tags: 'tags',
  brand_id: 'brand',
} as const;

function titleOf(name: string, directory: Directory, words: Words): string {
  const known = Object.entries(titles).find(([it]) => it === name);
  if (known) return words.t(known[1]);
  return directory.fields.find((field) => String(field.id) === name)?.title ?? name;
}

interface Context {
  directory: Directory;
  words: Words;
  dates: Dates;
}

function wordsFor(name: string, value: unknown, context: Context): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((it) => wordsFor(name, it, context)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return wordFor(name, String(value), context);
}

function wordFor(name: string, value: string, { directory, words, dates }: Context): string {
  const byId = (list: readonly { id: number; name: string }[]) =>
    list.find((it) => String(it.id) === value)?.name ?? value;
  switch (name) {
    case 'status':
    case 'priority':
    case 'type':
      return words.value(name, value);
    case 'assignee_id':
    case 'requester_id':
      return userName(directory, Number(value));
    case 'group_id':
      return byId(directory.groups);
    case 'organization_id':
      return byId(directory.organizations);
    case 'brand_id':
      return byId(directory.brands);
    case 'ticket_form_id':
    case 'form_id':
      return byId(directory.forms);
    case 'custom_status_id':
      return directory.customStatuses.find((it) => String(it.id) === value)?.agent_label ?? value;
    case 'due_at':
      return dates.full(value);
    default: {
      const field = directory.fields.find((it) => String(it.id) === name);
      if (field?.type === 'checkbox') return words.t(value === '1' || value === 'true' ? 'yes' : 'no');
      return field?.custom_field_options.find((it) => it.value === value)?.name ?? value;
    }
  }
}
