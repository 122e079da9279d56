import type { TicketField } from '../api/form-shapes.ts';
import { fieldValueShape } from '../api/shapes.ts';
import { type Directory, formFields } from '../state/directory.ts';
import type { Store } from '../state/store.ts';
import { shownValues } from '../ticket/state.ts';
import { type SurfacePart, valueAt } from './surface.ts';
import type { AppTicket } from './ticket-port.ts';

/** ZAF's names of the fields that every ticket has. */
const systemNames: Readonly<Record<string, string>> = {
  assignee: 'assignee',
  basic_priority: 'priority',
  custom_status: 'status',
  group: 'group',
  priority: 'priority',
  status: 'status',
  subject: 'subject',
  tickettype: 'type',
};
/** Controls beside a ticket that are no ticket fields of the account. */
const otherControls = ['requester', 'collaborator', 'tags', 'brand', 'due_date', 'organization', 'form'];

/** The fields of the ticket's form: values of custom ones, and the look of any control. */
export function fieldsPart(ticket: AppTicket, directory: Store<Directory>): SurfacePart {
  const shown = () => formFields(directory.get(), shownValues(ticket.store.get()).formId);
  return {
    get(path) {
      const id = customFieldId(path, shown());
      if (id !== undefined) return { value: shownValues(ticket.store.get()).fields.get(id) ?? null };
      return path === 'ticketFields' || path.startsWith('ticketFields:')
        ? readLook(path, ticket, shown())
        : undefined;
    },
    set(path, value) {
      const id = customFieldId(path, shown());
      if (id === undefined) return false;
      ticket.setField(id, fieldValueShape.parse(value));
      return true;
    },
    invoke: (name) => changeLook(name, ticket, shown()),
  };
}

/** Only fields that the ticket's form shows exist for an app. */
function customFieldId(path: string, shown: readonly TicketField[]): number | undefined {
  const [, id] = /^ticket\.customField:custom_field_(\d+)$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  if (shown.some((field) => field.id === Number(id))) return Number(id);
  throw new Error(`Could not find field custom_field_${id} on the ticket's form`);
}

export function nameOf(field: TicketField): string {
  return systemNames[field.type] ?? `custom_field_${field.id}`;
}

function readLook(
  path: string,
  ticket: AppTicket,
  shown: readonly TicketField[],
): { value: unknown } | undefined {
  const objects = shown.map((field) => lookObject(field, ticket));
  if (path === 'ticketFields') return { value: objects };
  const [, name = '', rest = ''] = /^ticketFields:(\w+)(?:\.(.+))?$/.exec(path) ?? [];
  const found = objects.find((it) => it.name === name);
  if (found === undefined) throw new Error(`Could not find field ${name} on the ticket's form`);
  return rest === '' ? { value: found } : valueAt(found, rest);
}

function lookObject(field: TicketField, ticket: AppTicket): Record<string, unknown> {
  const name = nameOf(field);
  const look = ticket.store.get().fieldLooks[name];
  return {
    name,
    label: field.title,
    type: field.type,
    isVisible: !look?.hidden,
    isEnabled: !look?.disabled,
    isRequired: field.required,
    optionValues: field.custom_field_options.map(({ name: label, value }) => ({ label, value })),
  };
}

function changeLook(
  call: string,
  ticket: AppTicket,
  shown: readonly TicketField[],
): { result: unknown } | undefined {
  const [, name, action] = /^ticketFields:(\w+)\.(hide|show|enable|disable)$/.exec(call) ?? [];
  if (name === undefined || action === undefined) return undefined;
  if (!otherControls.includes(name) && !shown.some((field) => nameOf(field) === name))
    throw new Error(`Could not find field ${name} on the ticket's form`);
  if (action === 'hide' || action === 'show') ticket.setFieldLook(name, { hidden: action === 'hide' });
  else ticket.setFieldLook(name, { disabled: action === 'disable' });
  return { result: null };
}
