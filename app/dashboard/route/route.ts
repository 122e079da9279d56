import { z } from 'zod';

export const TABS = ['overview', 'register', 'reports'] as const;
export type Tab = (typeof TABS)[number];

/** What the whole page is narrowed to; ids and names as the service takes them, several divided by commas. */
export const FILTERS = ['brand', 'organization', 'category', 'channel'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** What the register is narrowed to beyond that, by the service's parameters. */
export const NARROWINGS = [
  'open',
  'overdue',
  'due_from',
  'due_to',
  'received_from',
  'received_to',
  'stage',
  'outcome',
  'rating',
  'assignee',
  'no_owner',
  'by_post',
  'needs_person',
  'not_sent',
  'flags',
  'marks',
  'duty',
  'promise',
  'late',
  'delay',
  'due_month',
  'tickets',
] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** Those of which several values can be named, each for itself. Found tickets are one thing. */
const LISTS: readonly Narrowing[] = [
  'stage',
  'outcome',
  'rating',
  'assignee',
  'flags',
  'marks',
  'duty',
  'promise',
  'late',
  'delay',
];
export const isList = (name: Narrowing): boolean => LISTS.includes(name);

export type Narrowings = Readonly<Partial<Record<Narrowing, string>>>;

/** Where in the page the reader is: all of it stands in the address, so that "back" works. */
export interface Route {
  readonly tab: Tab;
  readonly filters: Filters;
  /** `YYYY-MM`; the last whole month where none is named. */
  readonly month?: string;
  readonly register: Narrowings;
  /** How the register is sorted: the service's name, with a minus for downwards. */
  readonly sort?: string;
  /** The cause for which an action is being entered. */
  readonly about?: string;
}

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

function picked<Name extends string>(from: URLSearchParams, names: readonly Name[]) {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = from.get(name);
    if (value) found[name] = value;
  }
  return found;
}

/** Reads `#register?overdue=true&brand=7`; what it doesn't know is left out. */
export function readRoute(hash: string): Route {
  const [name = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const values = new URLSearchParams(query);
  const month = monthSchema.safeParse(values.get('month')).data;
  const sort = values.get('sort');
  const about = values.get('about');
  return {
    tab: TABS.find((tab) => tab === name) ?? 'overview',
    filters: picked(values, FILTERS),
    register: picked(values, NARROWINGS),
    ...(month ? { month } : {}),
    ...(sort && /^-?[a-z_]+$/.test(sort) ? { sort } : {}),
    ...(about ? { about } : {}),
  };
}

export function writeRoute({ tab, filters, month, register, sort, about }: Route): string {
  const values = new URLSearchParams({ ...filters, ...register });
  if (month) values.set('month', month);
  if (sort) values.set('sort', sort);
  if (about) values.set('about', about);
  const query = values.toString();
  return query === '' ? `#${tab}` : `#${tab}?${query}`;
}

/** The query of a question to the service: filters and more, in one order, empty values left out. */
export function queryOf(...parts: readonly Readonly<Record<string, string | undefined>>[]): string {
  const values = new URLSearchParams();
  for (const part of parts)
    for (const [name, value] of Object.entries(part))
      if (value !== undefined && value !== '') values.set(name, value);
  values.sort();
  const query = values.toString();
  return query === '' ? '' : `?${query}`;
}
