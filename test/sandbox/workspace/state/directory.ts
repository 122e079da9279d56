import type { TicketField, TicketForm } from '../api/form-shapes.ts';
import type { Macro } from '../api/macro-shapes.ts';
import type { Rest } from '../api/rest.ts';
import { type Brand, type Group, type Organization, type User, userShape } from '../api/shapes.ts';
import type { CustomStatus, View } from '../api/shapes-set-up.ts';
import { createStore, type Store } from './store.ts';

/** The account's people and set-up, read at the start and again when asked. */
export interface Directory {
  me: User;
  users: ReadonlyMap<number, User>;
  groups: readonly Group[];
  /** Agents by the group they belong to. */
  memberships: ReadonlyMap<number, readonly number[]>;
  organizations: readonly Organization[];
  brands: readonly Brand[];
  fields: readonly TicketField[];
  forms: readonly TicketForm[];
  macros: readonly Macro[];
  views: readonly View[];
  /** Empty where the account has Zendesk's own statuses only. */
  customStatuses: readonly CustomStatus[];
  /** Titles of the triggers, for the ticket's history. */
  triggers: ReadonlyMap<number, string>;
}

export interface DirectoryStore {
  store: Store<Directory>;
  reload(): Promise<void>;
  /** Fetches people who are not in the directory yet, such as a new requester. */
  ensureUsers(ids: Iterable<number | null>): Promise<void>;
  /** Says who is signed in, after a change of their profile. */
  learnMe(me: User): void;
  /** Adds people who were read or created elsewhere. */
  learnUsers(users: Iterable<User>): void;
}

export async function createDirectory(rest: Rest): Promise<DirectoryStore> {
  const store = createStore(await readDirectory(rest));
  const learnUsers = (found: Iterable<User>) => {
    const entries = [...found].map((user): [number, User] => [user.id, user]);
    store.update((directory) => ({ ...directory, users: new Map([...directory.users, ...entries]) }));
  };
  return {
    store,
    reload: async () => {
      const next = await readDirectory(rest);
      // People met on the way stay known, such as deleted authors.
      store.update((before) => ({ ...next, users: new Map([...before.users, ...next.users]) }));
    },
    learnUsers,
    learnMe: (me) => {
      learnUsers([me]);
      store.update((directory) => ({ ...directory, me }));
    },
    async ensureUsers(ids) {
      const missing = [...new Set(ids)].filter(
        (id): id is number => id !== null && id > 0 && !store.get().users.has(id),
      );
      if (missing.length === 0) return;
      const found = await rest.usersById(missing);
      const gone = missing.filter((id) => !found.some((user) => user.id === id));
      learnUsers([...found, ...gone.map(unknownUser)]);
    },
  };
}

async function readDirectory(rest: Rest): Promise<Directory> {
  const [
    me,
    users,
    groups,
    pairs,
    organizations,
    brands,
    fields,
    forms,
    macros,
    views,
    customStatuses,
    triggers,
  ] = await Promise.all([
    rest.me(),
    rest.agents(),
    rest.groups(),
    rest.memberships(),
    rest.organizations(),
    rest.brands(),
    rest.ticketFields(),
    // Plans without forms have one set of fields for all tickets.
    rest.ticketForms().catch(() => []),
    rest.macros(),
    rest.views(),
    rest.customStatuses().catch(() => []),
    // Only administrators may list triggers.
    rest.triggers().catch(() => []),
  ]);
  return {
    me,
    users: new Map(users.map((user) => [user.id, user])),
    groups,
    memberships: new Map(
      groups.map((group) => [
        group.id,
        pairs.flatMap((it) => (it.group_id === group.id ? [it.user_id] : [])),
      ]),
    ),
    organizations,
    brands,
    fields,
    forms,
    macros,
    views,
    customStatuses: customStatuses.filter((status) => status.active),
    triggers: new Map(triggers.map((trigger) => [trigger.id, trigger.title])),
  };
}

function unknownUser(id: number): User {
  return userShape.parse({ id, name: `#${id}`, role: 'end-user', locale: 'en-US' });
}

/** A person's name, or a dash for nobody. */
export function userName(directory: Directory, id: number | null): string {
  return id === null ? '–' : (directory.users.get(id)?.name ?? `#${id}`);
}

/** The fields that a ticket's form shows, in its order; all active ones where the plan has no forms. */
export function formFields(directory: Directory, formId: number | null): readonly TicketField[] {
  const form =
    directory.forms.find((it) => it.id === formId) ?? directory.forms.find((it) => it.default && it.active);
  const active = directory.fields.filter((field) => field.active);
  if (form === undefined) return active.toSorted((a, b) => a.position - b.position);
  return form.ticket_field_ids.flatMap((id) => active.find((field) => field.id === id) ?? []);
}

const systemTypes = new Set([
  'subject',
  'description',
  'status',
  'custom_status',
  'priority',
  'basic_priority',
  'tickettype',
  'group',
  'assignee',
]);

/** Whether an account made the field itself, rather than Zendesk. */
export function isCustomField(field: TicketField): boolean {
  return !systemTypes.has(field.type);
}
