import { z } from 'zod';

const time = z.union([z.number(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))]);

/** What the service has put into the page, and answers when a session is renewed. */
export const sessionSchema = z.object({
  token: z.string().min(1),
  /** `agent`: may only get the case files of tickets that Zendesk shows them. */
  access: z.enum(['lead', 'agent']),
  expiresAt: time,
  /** By which the page's policy takes style rules; with the page only. */
  nonce: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** The session in the page. @throws Error where there is none, as in a page that was saved or came from elsewhere */
export function readSession(page: Document): Session {
  const text = page.getElementById('session')?.textContent ?? '';
  try {
    return sessionSchema.parse(JSON.parse(text));
  } catch {
    throw new Error('This page has no session. Close it and open it again from the bar on the left.');
  }
}
