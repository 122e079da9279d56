import { z } from 'zod';

/** A message of an app's frame, as the SDK's 2.0 protocol sends it. */
export type AppMessage =
  | { kind: 'handshake' }
  | { kind: 'get'; id: number; instance: string | undefined; paths: string[] }
  | { kind: 'set' | 'invoke'; id: number; instance: string | undefined; entries: [string, unknown][] }
  | { kind: 'unreadable'; id: number; reason: string }
  | { kind: 'on'; event: string; instance: string | undefined }
  | { kind: 'off'; event: string; instance: string | undefined; left: number }
  | { kind: 'trigger'; event: string; instance: string | undefined; data: unknown }
  | { kind: 'reply'; event: string; error: { msg: unknown } | undefined }
  | { kind: 'request'; number: string; options: unknown };

/** A message with the guid of the frame that it claims to come from. */
export interface Posted {
  appGuid: string | undefined;
  message: AppMessage;
}

const guidShape = z.string().nullish();
const callShape = z.looseObject({
  id: z.number(),
  request: z.string(),
  appGuid: guidShape,
  instanceGuid: guidShape,
  params: z.unknown(),
});
const keyedShape = z.object({
  key: z.string(),
  message: z.unknown().optional(),
  appGuid: guidShape,
  instanceGuid: guidShape,
  error: z.looseObject({ msg: z.unknown().optional() }).nullish(),
});
const pathsShape = z.array(z.string());
const entriesShape = z.record(z.string(), z.unknown());
const countShape = z.object({ subscriberCount: z.number() });

/**
 * Reads what a frame posted: JSON text, or an object, as replies to hooks are. Undefined for anything that is not of
 * the protocol, such as the SDK's own bookkeeping (`__track__`, `session.live`).
 */
export function parsePosted(posted: unknown): Posted | undefined {
  const data = typeof posted === 'string' ? parsedJson(posted) : posted;
  const call = callShape.safeParse(data);
  if (call.success) return { appGuid: call.data.appGuid ?? undefined, message: callMessage(call.data) };
  const keyed = keyedShape.safeParse(data);
  const message = keyed.success ? keyedMessage(keyed.data) : undefined;
  return message && { appGuid: keyed.data?.appGuid ?? undefined, message };
}

function callMessage({ id, request, params, instanceGuid }: z.infer<typeof callShape>): AppMessage {
  const instance = instanceGuid ?? undefined;
  if (request === 'get') {
    const paths = pathsShape.safeParse(params);
    if (paths.success) return { kind: 'get', id, instance, paths: paths.data };
    return { kind: 'unreadable', id, reason: 'get needs a list of paths' };
  }
  if (request !== 'set' && request !== 'invoke')
    return { kind: 'unreadable', id, reason: `"${request}" is none of get, set and invoke` };
  const entries = Array.isArray(params) ? undefined : entriesShape.safeParse(params);
  if (entries?.success) return { kind: request, id, instance, entries: Object.entries(entries.data) };
  return { kind: 'unreadable', id, reason: `${request} needs an object with a value for each path` };
}

function keyedMessage(keyed: z.infer<typeof keyedShape>): AppMessage | undefined {
  const { key, message, error } = keyed;
  const [, name = '', rest = ''] = /^(iframe\.\w+|request)(?::(.*))?$/s.exec(key) ?? [];
  const instance = keyed.instanceGuid ?? undefined;
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
      return { kind: 'reply', event: rest, error: error ? { msg: error.msg } : undefined };
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
