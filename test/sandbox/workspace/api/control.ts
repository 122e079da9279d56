import { z } from 'zod';
import { userShape } from './shapes.ts';

const clockShape = z.object({ now: z.string(), offset: z.number() });

export const appShape = z.object({
  id: z.number(),
  installationId: z.number(),
  name: z.string(),
  version: z.string(),
  locations: z.record(z.string(), z.record(z.string(), z.object({ url: z.string(), flexible: z.boolean() }))),
  settings: z.record(z.string(), z.unknown()),
});
/** An installed app: its pages by product and location, and the settings that a page may see. */
export type App = z.infer<typeof appShape>;

const mailShape = z.looseObject({
  at: z.union([z.string(), z.number()]),
  ticketId: z.number().nullish(),
  to: z.unknown(),
  subject: z.string(),
  body: z.string(),
});
export type Mail = z.infer<typeof mailShape>;

const deliveryShape = z.looseObject({
  at: z.union([z.string(), z.number()]),
  url: z.string(),
  requestBody: z.unknown(),
  attempts: z
    .array(
      z.looseObject({ status: z.number().nullish(), error: z.string().nullish(), ms: z.number().nullish() }),
    )
    .default([]),
});
export type Delivery = z.infer<typeof deliveryShape>;

const requestShape = z.looseObject({
  at: z.union([z.string(), z.number()]),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  userId: z.number().nullish(),
  ms: z.number().nullish(),
});
export type LoggedRequest = z.infer<typeof requestShape>;

const proxyReplyShape = z.object({
  status: z.number(),
  statusText: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type ProxyReply = z.infer<typeof proxyReplyShape>;

export type Control = ReturnType<typeof createControl>;

/** The sandbox's own controls: what a real account doesn't have. */
export function createControl(fetcher: typeof fetch) {
  const call = async (path: string, method = 'GET', body?: unknown): Promise<unknown> => {
    const reply = await fetcher(`/__sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error((await reply.text()).slice(0, 300) || `HTTP ${reply.status}`);
    return await reply.json().catch(() => undefined);
  };
  return {
    clock: async () => clockShape.parse(await call('clock')),
    moveClock: async (move: { now: string } | { advance: number }) => {
      await call('clock', 'PUT', move);
    },
    apps: async () => {
      const shape = z.object({ apps: z.array(appShape), account: z.object({ subdomain: z.string() }) });
      const { apps, account } = shape.parse(await call('apps/hosted'));
      return { apps, subdomain: account.subdomain };
    },
    mails: async () => z.object({ mails: z.array(mailShape) }).parse(await call('mails')).mails,
    deliveries: async () =>
      z.object({ deliveries: z.array(deliveryShape) }).parse(await call('deliveries')).deliveries,
    requests: async () =>
      z.object({ requests: z.array(requestShape) }).parse(await call('requests')).requests,
    session: async () => z.object({ user: userShape.pick({ id: true }) }).parse(await call('session')).user,
    signIn: async (userId: number) => {
      await call('session', 'POST', { user_id: userId });
    },
    proxy: async (appId: number, options: unknown) =>
      proxyReplyShape.parse(await call(`apps/${appId}/request`, 'POST', options)),
  };
}
