import { z } from 'zod/mini';
import type { Instant } from '../../domain/local-date.ts';
import type { Host } from './host.ts';
import { pagesOf } from './pages.ts';
import { plainBody } from './plain-body.ts';

export { type Audit, fetchAudits } from './audits.ts';

/** One message or internal note of a ticket, as plain text. */
export interface Comment {
  readonly id: number;
  readonly auditId?: number;
  readonly authorId: number;
  readonly at: Instant;
  readonly public: boolean;
  readonly text: string;
}

const commentSchema = z.object({
  id: z.number(),
  audit_id: z.nullish(z.number()),
  author_id: z.number(),
  created_at: z.string(),
  public: z.nullish(z.boolean()),
  plain_body: z.nullish(z.string()),
  body: z.nullish(z.string()),
});

/** The whole conversation, oldest first, notes included. @throws RestError, ZodError */
export async function fetchComments(host: Host, ticketId: number): Promise<Comment[]> {
  const answers = await pagesOf(host, `/api/v2/tickets/${ticketId}/comments.json`);
  const page = z.object({ comments: z.array(commentSchema) });
  return answers
    .flatMap((answer) => page.parse(answer).comments)
    .map(({ id, audit_id, author_id, created_at, public: isPublic, plain_body, body }) => ({
      id,
      ...(audit_id ? { auditId: audit_id } : {}),
      authorId: author_id,
      at: Date.parse(created_at),
      public: isPublic !== false,
      text: plainBody(plain_body ?? body ?? ''),
    }));
}
