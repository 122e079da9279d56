import { z } from 'zod';
import { ZendeskError } from '../zendesk/errors.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import type { Attachment, FileComment } from './contents.ts';

const attachment = z
  .object({
    id: z.int(),
    file_name: z.string().nullish(),
    content_type: z.string().nullish(),
    size: z.number().nullish(),
    content_url: z.string(),
    deleted: z.boolean().nullish(),
    malware_scan_result: z.string().nullish(),
    malware_access_override: z.boolean().nullish(),
  })
  .transform(
    (raw): Attachment => ({
      id: raw.id,
      name: raw.file_name ?? '',
      contentType: raw.content_type ?? 'application/octet-stream',
      size: raw.size ?? 0,
      url: raw.content_url,
      redacted: raw.deleted === true,
      malware: raw.malware_scan_result === 'malware_found' && raw.malware_access_override !== true,
    }),
  );

const comment = z.object({
  audit_id: z.int(),
  author_id: z.int(),
  created_at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  public: z.boolean().nullish(),
  body: z.string().nullish(),
  plain_body: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
});

const user = z.object({ id: z.int(), name: z.string().nullish(), role: z.string().nullish() });

function parsed<T>(what: string, schema: z.ZodType<T>, reply: unknown): T {
  const read = schema.safeParse(reply);
  if (read.success) return read.data;
  // Never what was there: it may be a customer's text.
  const where = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new ZendeskError(`Zendesk's ${what} can't be read: ${where}`, { code: 'malformed', effect: 'none' });
}

export interface RawComment extends Omit<FileComment, 'author'> {
  readonly authorId: number;
}

/** All comments of a ticket, the oldest first, with the pictures shown within them. Rejects with a ZendeskError. */
export async function readComments(rest: ZendeskRest, ticketId: number): Promise<RawComment[]> {
  const all = await rest.list(`tickets/${ticketId}/comments?include_inline_images=true`, 'comments');
  return all.map((one) => {
    const raw = parsed('comment', comment, one);
    return {
      ticketId,
      auditId: raw.audit_id,
      at: raw.created_at,
      // What doesn't say that it is public is kept back.
      public: raw.public === true,
      authorId: raw.author_id,
      // With line ends as they were typed; the plain one has blanks in their place here and there.
      body: raw.body ?? raw.plain_body ?? '',
      attachments: raw.attachments ?? [],
    };
  });
}

const MOST_AT_ONCE = 100;

/** Who wrote: names and whether they are staff; whoever is gone is left out. Rejects with a ZendeskError. */
export async function readAuthors(
  rest: ZendeskRest,
  ids: readonly number[],
): Promise<ReadonlyMap<number, FileComment['author']>> {
  const authors = new Map<number, FileComment['author']>();
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const some = ids.slice(from, from + MOST_AT_ONCE).join(',');
    const reply = parsed(
      'users',
      z.object({ users: z.array(user) }),
      await rest.get('users/show_many', { ids: some }),
    );
    for (const { id, name, role } of reply.users)
      authors.set(id, { id, name: name ?? '', isStaff: role === 'agent' || role === 'admin' });
  }
  return authors;
}
