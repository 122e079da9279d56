import { z } from 'zod';
import { textToHtml } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import type { AppTicket } from './ticket-port.ts';

const idShape = z.coerce.number().int().positive();
const priorityShape = z
  .enum(['low', 'normal', 'high', 'urgent', '-', ''])
  .nullable()
  .transform((priority) => (priority === '-' || priority === '' ? null : priority));
const typeShape = z
  .enum(['question', 'incident', 'problem', 'task', 'ticket', ''])
  .nullable()
  .transform((type) => (type === 'ticket' || type === '' ? null : type));
const assigneeShape = z.object({ userId: idShape.nullish(), groupId: idShape.nullish() });
const requesterShape = z.object({ id: idShape });
/** Tags as apps give them: a list, or words in one text. */
export const tagsShape = z.union([
  z.string().transform((tags) => tags.split(/\s+/).filter((tag) => tag !== '')),
  z.array(z.string()),
]);

const setters: Readonly<Record<string, (ticket: AppTicket, value: unknown) => void>> = {
  'ticket.subject': (ticket, value) => ticket.setCore({ subject: z.string().parse(value) }),
  'ticket.status': (ticket, value) =>
    ticket.setCore({ status: z.enum(['new', 'open', 'pending', 'hold', 'solved']).parse(value) }),
  'ticket.customStatus': (ticket, value) => ticket.setCore({ customStatusId: customStatusId(value) }),
  'ticket.priority': (ticket, value) => ticket.setCore({ priority: priorityShape.parse(value) }),
  'ticket.type': (ticket, value) => ticket.setCore({ type: typeShape.parse(value) }),
  'ticket.tags': (ticket, value) => ticket.setTags(tagsShape.parse(value)),
  'ticket.form.id': (ticket, value) => ticket.setCore({ formId: idShape.parse(value) }),
  'ticket.requester': (ticket, value) => ticket.setCore({ requesterId: requesterShape.parse(value).id }),
  'ticket.assignee': (ticket, value) => {
    const { userId, groupId } = assigneeShape.parse(value);
    ticket.setCore({
      ...(userId === undefined ? {} : { assigneeId: userId }),
      ...(groupId === undefined ? {} : { groupId }),
    });
  },
  'ticket.comment.text': (ticket, value) =>
    ticket.setComposer({ html: composerHtml(z.string().parse(value)) }),
  'ticket.comment.type': (ticket, value) =>
    ticket.setComposer({ type: z.enum(['publicReply', 'internalNote']).parse(value) }),
};

/** Changes a value of the ticket in its draft. False for a path that can't be set. */
export function setTicket(ticket: AppTicket, path: string, value: unknown): boolean {
  const setter = setters[path.replace(/^comment\./, 'ticket.comment.')];
  setter?.(ticket, value);
  return setter !== undefined;
}

function customStatusId(value: unknown): number {
  return z.union([idShape, z.object({ id: idShape }).transform((it) => it.id)]).parse(value);
}

/** The composer is a rich one: text with markup is HTML, other text keeps its line breaks. */
export function composerHtml(text: string): string {
  if (text === '') return '';
  return /<[a-z][^>]*>/i.test(text) ? sanitizedHtml(text) : textToHtml(text);
}
