import type { Rest } from '../api/rest.ts';
import type { Group, Macro, Organization, TicketField, TicketForm, User, View } from '../api/shapes.ts';
import { createStore, type Store } from './store.ts';

/** The account's people and set-up, read at the start and again when asked. */
export interface Directory {
  me: User;
  users: ReadonlyMap<number, User>;
  groups: readonly Group[];
  organizations: readonly Organization[];
  fields: readonly TicketField[];
  forms: readonly TicketForm[];
  macros: readonly Macro[];
  views: readonly View[];
}

export interface DirectoryStore {
  store: Store<Directory>;
  reload(): Promise<void>;
  /** Fetches people who are not in the directory yet, such as a new requester. */
  ensureUsers(ids: Iterable<number>): Promise<void>;
}

export async function createDirectory(rest: Rest): Promise<DirectoryStore> {
  const store = createStore(await readDirectory(rest));
  return {
    store,
    reload: async () => store.set(await readDirectory(rest)),
    async ensureUsers(ids) {
      const missing = [...new Set(ids)].filter((id) => id > 0 && !store.get().users.has(id));
      if (missing.length === 0) return;
      const found = await Promise.all(missing.map((id) => rest.user(id).catch(() => unknownUser(id))));
      store.update((directory) => ({
        ...directory,
        users: new Map([...directory.users, ...found.map((user): [number, User] => [user.id, user])]),
      }));
    },
  };
}

async function readDirectory(rest: Rest): Promise<Directory> {
  const [me, users, groups, organizations, fields, forms, macros, views] = await Promise.all([
    rest.me(),
    rest.users(),
    rest.groups(),
    rest.organizations(),
    rest.ticketFields(),
    // Plans without forms have one set of fields for all tickets.
    rest.ticketForms().catch(() => []),
    rest.macros(),
    rest.views(),
  ]);
  return {
    me,
    users: new Map(users.map((user) => [user.id, user])),
    groups,
    organizations,
    fields,
    forms,
    macros,
    views,
  };
}

function unknownUser(id: number): User {
  return {
    id,
    name: `#${id}`,
    email: null,
    phone: null,
    role: 'end-user',
    locale: 'en-US',
    time_zone: null,
    details: null,
    suspended: false,
  };
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
