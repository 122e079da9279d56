import { z } from 'zod';
import { fieldValueShape } from '../api/shapes.ts';
import { type Directory, formFields } from '../state/directory.ts';
import type { Store } from '../state/store.ts';
import { textToHtml } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { type SurfacePart, valueAt } from './surface.ts';
import { commentObject, ticketObject } from './ticket-object.ts';

/** The ticket that an app's frame sits beside: read, changed and acted on. */
export function ticketPart(model: TicketModel, directory: Store<Directory>): SurfacePart {
  return {
    get: (path) => readField(model, directory.get(), path) ?? readTicket(model, directory.get(), path),
    set: (path, value) => setField(model, directory.get(), path, value) || setTicket(model, path, value),
    invoke: (name, args) => invokeTicket(model, name, args) ?? invokeField(model, name),
  };
}

function readTicket(model: TicketModel, directory: Directory, path: string): { value: unknown } | undefined {
  const state = model.store.get();
  return valueAt({ ticket: ticketObject(state, directory), comment: commentObject(state) }, path);
}

const customFieldPath = /^ticket\.customField:custom_field_(\d+)$/;

/** Only fields that the ticket's form shows exist for an app. */
function fieldOnForm(model: TicketModel, directory: Directory, path: string): number | undefined {
  const [, id] = customFieldPath.exec(path) ?? [];
  if (id === undefined) return undefined;
  const fields = formFields(directory, model.store.get().ticket.ticket_form_id);
  if (fields.some((field) => field.id === Number(id))) return Number(id);
  throw new Error(`Could not find field custom_field_${id} on the ticket's form`);
}

function readField(model: TicketModel, directory: Directory, path: string): { value: unknown } | undefined {
  const id = fieldOnForm(model, directory, path);
  return id === undefined ? undefined : { value: shownValues(model.store.get()).fields.get(id) ?? null };
}

function setField(model: TicketModel, directory: Directory, path: string, value: unknown): boolean {
  const id = fieldOnForm(model, directory, path);
  if (id === undefined) return false;
  model.setField(id, fieldValueShape.parse(value));
  return true;
}

const statusShape = z.enum(['new', 'open', 'pending', 'hold', 'solved']);
const priorityShape = z.enum(['low', 'normal', 'high', 'urgent']).nullable();
const typeShape = z
  .enum(['question', 'incident', 'problem', 'task', 'ticket', ''])
  .nullable()
  .transform((type) => (type === 'ticket' || type === '' ? null : type));
const composerTypeShape = z.enum(['publicReply', 'internalNote']);
const assigneeShape = z.object({ userId: z.number().nullish(), groupId: z.number().nullish() });
const tagsShape = z.union([z.string().transform((tag) => tag.split(/\s+/)), z.array(z.string())]);

function setTicket(model: TicketModel, path: string, value: unknown): boolean {
  switch (path.replace(/^comment\./, 'ticket.comment.')) {
    case 'ticket.subject':
      model.setCore({ subject: z.string().parse(value) });
      return true;
    case 'ticket.status':
      model.setCore({ status: statusShape.parse(value) });
      return true;
    case 'ticket.priority':
      model.setCore({ priority: priorityShape.parse(value) });
      return true;
    case 'ticket.type':
      model.setCore({ type: typeShape.parse(value) });
      return true;
    case 'ticket.tags':
      model.setTags(tagsShape.parse(value));
      return true;
    case 'ticket.assignee': {
      const { userId, groupId } = assigneeShape.parse(value);
      model.setCore({
        ...(userId === undefined ? {} : { assigneeId: userId }),
        ...(groupId === undefined ? {} : { groupId }),
      });
      return true;
    }
    case 'ticket.comment.text':
      model.setComposer({ html: composerHtml(z.string().parse(value)) });
      return true;
    case 'ticket.comment.type':
      model.setComposer({ type: composerTypeShape.parse(value) });
      return true;
    default:
      return false;
  }
}

/** The composer is a rich one: text with markup is HTML, other text keeps its line breaks. */
function composerHtml(text: string): string {
  if (text === '') return '';
  return /<[a-z][^>]*>/i.test(text) ? sanitizedHtml(text) : textToHtml(text);
}

function invokeTicket(
  model: TicketModel,
  name: string,
  args: readonly unknown[],
): { result: unknown } | undefined {
  const text = () => z.string().parse(args[0]);
  const tags = () => args.flatMap((arg) => tagsShape.parse(arg));
  const actions: Record<string, () => unknown> = {
    'ticket.tags.add': () => model.addTags(tags()),
    'ticket.tags.remove': () => model.removeTags(tags()),
    'ticket.comment.appendText': () => model.append(textToHtml(text())),
    'ticket.comment.appendMarkdown': () => model.append(textToHtml(text())),
    'ticket.comment.appendHtml': () => model.append(text()),
    'ticket.editor.insert': () => model.insert(composerHtml(text())),
  };
  const action = actions[name.replace(/^comment\./, 'ticket.comment.')];
  return action && { result: action() ?? shownAfter(model, name) };
}

/** Tag calls answer with the tags as they are then, as Zendesk's do. */
function shownAfter(model: TicketModel, name: string): unknown {
  return name.startsWith('ticket.tags.') ? shownValues(model.store.get()).tags : null;
}

function invokeField(model: TicketModel, name: string): { result: unknown } | undefined {
  const [, field, action] = /^ticketFields:([\w]+)\.(hide|show|enable|disable)$/.exec(name) ?? [];
  if (field === undefined || action === undefined) return undefined;
  if (action === 'hide' || action === 'show') model.setFieldLook(field, { hidden: action === 'hide' });
  else model.setFieldLook(field, { disabled: action === 'disable' });
  return { result: null };
}
