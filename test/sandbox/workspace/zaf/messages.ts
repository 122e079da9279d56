import { z } from 'zod';

/** A message of an app's frame, as the SDK's 2.0 protocol sends it. */
export type AppMessage =
  | { kind: 'handshake' }
  | { kind: 'get'; id: number; instance: string | undefined; paths: string[] }
  | { kind: 'set' | 'invoke'; id: number; instance: string | undefined; entries: [string, unknown][] }
  | { kind: 'on'; event: string; instance: string | undefined }
  | { kind: 'off'; event: string; instance: string | undefined; left: number }
  | { kind: 'trigger'; event: string; instance: string | undefined; data: unknown }
  | { kind: 'reply'; event: string; error: { msg: unknown } | undefined }
  | { kind: 'request'; number: string; options: unknown };

const callShape = z.object({ id: z.number(), instanceGuid: z.string().optional() });
const getShape = callShape.extend({ request: z.literal('get'), params: z.array(z.string()) });
const changeShape = callShape.extend({
  request: z.enum(['set', 'invoke']),
  params: z.record(z.string(), z.unknown()),
});
const keyedShape = z.object({
  key: z.string(),
  message: z.unknown().optional(),
  instanceGuid: z.string().optional(),
  error: z.object({ msg: z.unknown() }).optional(),
});
const countShape = z.object({ subscriberCount: z.number() });

/** Reads what a frame posted: JSON text or an object. Undefined for anything that is not of the protocol. */
export function parseAppMessage(posted: unknown): AppMessage | undefined {
  const data = typeof posted === 'string' ? parsedJson(posted) : posted;
  const got = getShape.safeParse(data);
  if (got.success)
    return { kind: 'get', id: got.data.id, instance: got.data.instanceGuid, paths: got.data.params };
  const change = changeShape.safeParse(data);
  if (change.success) {
    const { request, id, instanceGuid, params } = change.data;
    return { kind: request, id, instance: instanceGuid, entries: Object.entries(params) };
  }
  const keyed = keyedShape.safeParse(data);
  return keyed.success ? keyedMessage(keyed.data) : undefined;
}

function keyedMessage({
  key,
  message,
  instanceGuid,
  error,
}: z.infer<typeof keyedShape>): AppMessage | undefined {
  const [, name = '', rest = ''] = /^(iframe\.\w+|request)(?::(.*))?$/s.exec(key) ?? [];
  const instance = instanceGuid;
  switch (name) {
    case 'iframe.handshake':
      return { kind: 'handshake' };
    case 'iframe.on':
      return { kind: 'on', event: rest, instance };
    case 'iframe.off': {
      const count = countShape.safeParse(message);
      return { kind: 'off', event: rest, instance, left: count.success ? count.data.subscriberCount : 0 };
    }
    case 'iframe.trigger':
      return { kind: 'trigger', event: rest, instance, data: message };
    case 'iframe.reply':
      return { kind: 'reply', event: rest, error };
    case 'request':
      return { kind: 'request', number: rest, options: message };
    default:
      return undefined;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
