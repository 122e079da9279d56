import { z } from 'zod/mini';
import type { Assignee, DraftPort } from './host.ts';
import { htmlToLines, htmlToText } from './html-text.ts';
import { assigneeSchema, valueAt } from './parse.ts';

const text = z.nullish(z.string());

function assigneeOf(value: unknown): Assignee {
  const { group, user } = assigneeSchema.parse(value);
  return {
    ...(group?.id ? { groupId: group.id } : {}),
    ...(user?.id ? { userId: user.id } : {}),
  };
}

/** The reply box of Zendesk's page. */
export function createDraftPort(client: ZafClient): DraftPort {
  const get = async (path: string): Promise<unknown> => valueAt(await client.get(path), path);
  return {
    async read() {
      const [written, type] = await Promise.all([get('comment.text'), get('comment.type')]);
      const html = text.parse(written) ?? '';
      return { text: htmlToText(html), lines: htmlToLines(html), html, internal: type === 'internalNote' };
    },
    makePublic: async () => void (await client.set('comment.type', 'publicReply')),
    makeInternal: async () => void (await client.set('comment.type', 'internalNote')),
    append: async (html) => void (await client.invoke('ticket.comment.appendHtml', html)),
    clear: async () => void (await client.set('comment.text', '')),
    tags: async () => z.array(z.string()).parse(await get('ticket.tags')),
    addTag: async (tag) => void (await client.invoke('ticket.tags.add', [tag])),
    removeTag: async (tag) => void (await client.invoke('ticket.tags.remove', [tag])),
    status: async () => z.string().parse(await get('ticket.status')),
    setStatus: async (status) => void (await client.set('ticket.status', status)),
    field: async (fieldId) => text.parse(await get(`ticket.customField:custom_field_${fieldId}`)) ?? '',
    setField: async (fieldId, value) =>
      void (await client.set(`ticket.customField:custom_field_${fieldId}`, value)),
    assignee: async () => assigneeOf(await get('ticket.assignee')),
    setAssignee: async (assignee) => void (await client.set('ticket.assignee', assignee)),
    subject: async () => text.parse(await get('ticket.subject')) ?? '',
    setSubject: async (subject) => void (await client.set('ticket.subject', subject)),
  };
}
