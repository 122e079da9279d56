import { z } from 'zod/mini';
import type { Host } from './host.ts';
import { textToHtml } from './html-text.ts';

const applySchema = z.object({
  result: z.object({
    ticket: z.object({
      comment: z.nullish(z.object({ body: z.nullish(z.string()), html_body: z.nullish(z.string()) })),
    }),
  }),
});

/** A macro's text for this ticket, in the requester's language, as HTML. Changes nothing. @throws RestError, ZodError */
export async function macroHtml(host: Host, ticketId: number, macroId: number): Promise<string> {
  const answer = await host.request({ path: `/api/v2/tickets/${ticketId}/macros/${macroId}/apply.json` });
  const comment = applySchema.parse(answer).result.ticket.comment;
  return comment?.html_body || textToHtml(comment?.body ?? '');
}
