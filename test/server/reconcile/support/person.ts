import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable();
const ticket = z.object({
  id: z.number(),
  status: z.string(),
  type: z.string().nullable(),
  tags: z.array(z.string()),
  due_at: z.string().nullable(),
  updated_at: z.string(),
  created_at: z.string(),
  custom_fields: z.array(z.object({ id: z.number(), value })),
});
const audit = z.object({
  id: z.number(),
  author_id: z.number(),
  created_at: z.string(),
  metadata: z.object({ custom: z.record(z.string(), z.unknown()).optional() }),
  events: z.array(z.looseObject({ type: z.string() })),
});

export type TicketNow = z.output<typeof ticket>;
export type AuditNow = z.output<typeof audit>;

export interface Change {
  /** Tags to add to and to take off those that the ticket has. */
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
  /** Anything else of Zendesk's `ticket` object. */
  readonly [key: string]: unknown;
}

/** Somebody at the agent workspace, over the REST calls that it makes. */
export interface Person {
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  ticket(id: number): Promise<TicketNow>;
  audits(id: number): Promise<AuditNow[]>;
  /** Saves a ticket once; answers its new state. */
  change(id: number, change: Change): Promise<TicketNow>;
  /** Files a ticket; answers its id. */
  file(fields: Record<string, unknown>): Promise<number>;
}

async function cookieOf(url: string, userId: number): Promise<string> {
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  return session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

export async function signInAs(url: string, userId: number): Promise<Person> {
  const cookie = await cookieOf(url, userId);
  const call: Person['call'] = async (method, path, body) => {
    const reply = await fetch(`${url}/api/v2/${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
    const text = await reply.text();
    return text.trim() === '' ? undefined : JSON.parse(text);
  };
  const read = (reply: unknown): TicketNow => z.object({ ticket }).parse(reply).ticket;
  const person: Person = {
    call,
    ticket: async (id) => read(await call('GET', `tickets/${id}`)),
    audits: async (id) =>
      z.object({ audits: z.array(audit) }).parse(await call('GET', `tickets/${id}/audits`)).audits,
    change: async (id, { add = [], drop = [], ...fields }) => {
      const tags =
        add.length + drop.length > 0
          ? { tags: [...(await person.ticket(id)).tags.filter((tag) => !drop.includes(tag)), ...add] }
          : {};
      return read(await call('PUT', `tickets/${id}`, { ticket: { ...tags, ...fields } }));
    },
    file: async (fields) => read(await call('POST', 'tickets', { ticket: fields })).id,
  };
  return person;
}
