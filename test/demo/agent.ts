import { z } from 'zod';
import type { MacroKey } from '../../domain/terms.ts';
import type { Demo } from './demo.ts';

const ticketReply = z.object({
  ticket: z.object({
    tags: z.array(z.string()),
    updated_at: z.string(),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })),
  }),
});
const auditsReply = z.object({
  audits: z.array(
    z.object({
      author_id: z.number(),
      created_at: z.string(),
      events: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});
const macroReply = z.object({
  result: z.object({
    ticket: z.object({ comment: z.object({ html_body: z.string().nullish(), body: z.string() }) }),
  }),
});

export type AgentTicket = z.output<typeof ticketReply>['ticket'];
export type AgentAudit = z.output<typeof auditsReply>['audits'][number];

/** What a person at the agent workspace does, over the same REST calls. */
export interface Agent {
  ticket(id: number): Promise<AgentTicket>;
  audits(id: number): Promise<AgentAudit[]>;
  record(id: number, channel: string): Promise<void>;
  /** Any update of a ticket, in Zendesk's own shape. */
  change(id: number, change: Record<string, unknown>): Promise<void>;
  /** Sends a macro's text as a public reply with its event tag, in one update; places left to fill in are filled. */
  reply(id: number, macro: MacroKey, eventTag: string, more?: Record<string, unknown>): Promise<void>;
}

export async function signIn({ sandbox, account }: Demo, userId: number): Promise<Agent> {
  const session = await fetch(`${sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const reply = await fetch(`${sandbox.url}/api/v2/${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }

  const ticket = async (id: number): Promise<AgentTicket> =>
    ticketReply.parse(await call('GET', `tickets/${id}.json`)).ticket;

  return {
    ticket,
    audits: async (id) => auditsReply.parse(await call('GET', `tickets/${id}/audits.json`)).audits,
    change: async (id, change) => void (await call('PUT', `tickets/${id}.json`, { ticket: change })),
    record: async (id, channel) => {
      const { tags, updated_at } = await ticket(id);
      const custom_fields = [{ id: account.fields.channel, value: `complaint_by_${channel}` }];
      const metadata = { complaint: { event: 'received', channel } };
      const change = {
        tags: [...tags, 'formal_complaint'],
        custom_fields,
        metadata,
        safe_update: true,
        updated_stamp: updated_at,
      };
      await call('PUT', `tickets/${id}.json`, { ticket: change });
    },
    reply: async (id, macro, eventTag, more = {}) => {
      const applied = await call('GET', `tickets/${id}/macros/${account.macros[macro]}/apply.json`);
      const { comment } = macroReply.parse(applied).result.ticket;
      const text = (comment.html_body ?? comment.body).replaceAll(
        /\[…[^\]]*\]/g,
        'we have found the cause and are putting it right',
      );
      const { tags, updated_at } = await ticket(id);
      const change = {
        comment: { html_body: text, public: true },
        tags: [...tags, eventTag],
        safe_update: true,
        updated_stamp: updated_at,
        ...more,
      };
      await call('PUT', `tickets/${id}.json`, { ticket: change });
    },
  };
}
