import { z } from 'zod';
import { SERVICE } from './ids.ts';

/** Calls REST as a user would, the service's most of all. @throws Error with the answer, where it is a refusal */
export type Rest = (method: 'GET' | 'PUT', path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** Signs a person in, and answers their cookie: `name=value`. */
export async function cookieOf(url: string, userId: number): Promise<string> {
  const reply = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** @param userId somebody else, in place of the service */
export function createRest(url: string, userId: number = SERVICE): Rest {
  return async (method, path, body) => {
    const reply = await fetch(`${url}/api/v2/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: await cookieOf(url, userId) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
    return await reply.json();
  };
}

const formsSchema = z.object({
  ticket_forms: z.array(z.object({ id: z.number(), ticket_field_ids: z.array(z.number()) })),
});

/** Puts fields on every form. */
export async function showOnForm(rest: Rest, ids: readonly number[]): Promise<void> {
  const { ticket_forms } = formsSchema.parse(await rest('GET', 'ticket_forms.json'));
  for (const { id, ticket_field_ids } of ticket_forms) {
    await rest('PUT', `ticket_forms/${id}.json`, {
      ticket_form: { ticket_field_ids: [...new Set([...ticket_field_ids, ...ids])] },
    });
  }
}

const auditsSchema = z.object({
  audits: z.array(
    z.object({
      author_id: z.number(),
      metadata: z.object({ custom: z.unknown() }),
      events: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});

/** One update of a ticket, as its audit tells it. */
export type Update = z.output<typeof auditsSchema>['audits'][number];

/** What people have changed on the ticket since its creation, oldest first. */
export async function updatesOf(rest: Rest, ticketId: number): Promise<Update[]> {
  const { audits } = auditsSchema.parse(await rest('GET', `tickets/${ticketId}/audits.json`));
  return audits.slice(1).filter(({ author_id }) => author_id !== SERVICE);
}
