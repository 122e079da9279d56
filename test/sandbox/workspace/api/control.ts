import { z } from 'zod';
import { createActivityFeed } from './activity.ts';
import {
  arrivedShape,
  clockShape,
  customersShape,
  deliveryShape,
  faultsShape,
  mailShape,
  requestShape,
  summaryShape,
  switchedShape,
} from './control-shapes.ts';
import { userShape } from './shapes.ts';

const placeShape = z.object({
  url: z.string(),
  flexible: z.boolean(),
  autoLoad: z.boolean(),
  autoHide: z.boolean(),
  /** Whether the page is asked for with a token that tells who asks. */
  signed: z.boolean(),
  size: z.object({ width: z.string(), height: z.string() }).partial().nullish(),
});

export const appShape = z.object({
  id: z.number(),
  installationId: z.number(),
  name: z.string(),
  version: z.string(),
  locations: z.record(z.string(), z.record(z.string(), placeShape)),
  settings: z.record(z.string(), z.unknown()),
  requirements: z.record(z.string(), z.unknown()).default({}),
});
/** An installed app: its pages by product and location, and the settings that a page may see. */
export type App = z.infer<typeof appShape>;

const proxyReplyShape = z.object({
  status: z.number(),
  statusText: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type ProxyReply = z.infer<typeof proxyReplyShape>;

export type { Mail } from './control-shapes.ts';

export type Control = ReturnType<typeof createControl>;

/** A move of the clock, or another speed. */
export type ClockMove = { now: string } | { advance: number } | { workingDays: number } | { rate: number };

/** How many lines of a log the page shows. */
const SHOWN = 200;

const problemShape = z.object({ description: z.string() });

/** What the control API says is wrong, for a person. */
function problemOf(text: string): string {
  try {
    return problemShape.parse(JSON.parse(text)).description;
  } catch {
    return text.slice(0, 300);
  }
}

/** The sandbox's own controls: what a real account doesn't have. */
export function createControl(fetcher: typeof fetch) {
  const call = async (path: string, method = 'GET', body?: unknown): Promise<unknown> => {
    const reply = await fetcher(`/__sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(problemOf(await reply.text()) || `HTTP ${reply.status}`);
    return await reply.json().catch(() => undefined);
  };
  return {
    clock: async () => clockShape.parse(await call('clock')),
    moveClock: async (move: ClockMove) => {
      await call('clock', 'PUT', move);
    },
    apps: async () => {
      const account = z.object({ subdomain: z.string(), plan: z.string(), timezone: z.string() });
      return z.object({ apps: z.array(appShape), account }).parse(await call('apps/hosted'));
    },
    mails: async () => z.object({ mails: z.array(mailShape) }).parse(await call('mails')).mails,
    deliveries: async () =>
      z.object({ deliveries: z.array(deliveryShape) }).parse(await call(`deliveries?limit=${SHOWN}`))
        .deliveries,
    requests: async () =>
      z.object({ requests: z.array(requestShape) }).parse(await call(`requests?limit=${SHOWN}`)).requests,
    requestSummary: async () => summaryShape.parse(await call('requests/summary')),
    emptyLog: async (log: 'requests' | 'deliveries' | 'mails') => {
      await call(log, 'DELETE');
    },
    faults: async () => faultsShape.parse(await call('faults')),
    switchOn: async (fault: Record<string, unknown>) =>
      switchedShape.parse(await call('faults', 'POST', fault)).fault,
    /** Switches one fault off, or all of them. */
    switchOff: async (id?: string) => {
      await call(id === undefined ? 'faults' : `faults/${id}`, 'DELETE');
    },
    customers: async () => customersShape.parse(await call('customers')).customers,
    mail: async (mail: Record<string, unknown>) =>
      arrivedShape.parse(await call('mail', 'POST', mail)).ticket.id,
    ring: async (phoned: Record<string, unknown>) =>
      arrivedShape.parse(await call('call', 'POST', phoned)).ticket.id,
    events: createActivityFeed(),
    session: async () => z.object({ user: userShape.pick({ id: true }) }).parse(await call('session')).user,
    signIn: async (userId: number) => {
      await call('session', 'POST', { user_id: userId });
    },
    signedToken: async (appId: number) =>
      z.object({ token: z.string() }).parse(await call(`apps/${appId}/token`, 'POST')).token,
    proxy: async (appId: number, options: unknown) =>
      proxyReplyShape.parse(await call(`apps/${appId}/request`, 'POST', options)),
  };
}
