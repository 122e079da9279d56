import { z } from 'zod';
import { ZendeskError } from '../../zendesk/errors.ts';

/** Parses a reply, or throws `malformed` naming what was read and where it differs. */
export function parseReply<T>(schema: z.ZodType<T>, reply: unknown, what: string): T {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  throw new ZendeskError(
    `Zendesk's ${what} are not of the documented shape:\n${z.prettifyError(parsed.error)}`,
    {
      code: 'malformed',
      effect: 'none',
      cause: parsed.error,
    },
  );
}
