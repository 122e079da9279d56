import { z } from 'zod';
import type { ZendeskRest } from '../zendesk/port.ts';
import { findMarked } from './account/find.ts';
import { knownIds } from './account/ids.ts';
import { parseReply } from './account/parse.ts';
import type { Trigger } from './account/schemas.ts';
import { readMarked } from './account/snapshot.ts';
import { FIELD_KEYS, MACRO_KEYS, VIEW_KEYS } from './definition/keys.ts';
import { type Ids, kindOf, mark, type ObjectRef } from './refs.ts';

const id = z.number();
const accountObjects = z.object({
  fields: z.record(z.enum(FIELD_KEYS), id),
  macros: z.record(z.enum(MACRO_KEYS), id),
  views: z.record(z.enum(VIEW_KEYS), id),
  triggerId: id,
  webhookId: z.string(),
  /** What Zendesk signs its webhooks with. A secret: never log it. */
  signingSecret: z.string(),
  /** The service's own user. */
  serviceUserId: id,
});

/** The ids that the service works with, found by mark. */
export type AccountObjects = z.infer<typeof accountObjects>;

export interface MissingObject {
  /** The object's name in the product, such as `field:stage`. */
  readonly key: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

export type Discovery =
  | { readonly ok: true; readonly account: AccountObjects }
  | { readonly ok: false; readonly missing: readonly MissingObject[] };

export interface DiscoverOptions {
  /** Where `rest` is not the service's own user; otherwise Zendesk is asked. */
  readonly serviceUserId?: number;
  /** Where the service's user may not read webhooks, which takes an administrator; otherwise Zendesk is asked. */
  readonly signingSecret?: string;
}

const MEND = 'run npm run provision -- apply';

const absent = (ref: ObjectRef): MissingObject => ({
  key: ref,
  message: `the account has no ${kindOf(ref)} with ${mark(ref)} in its description: ${MEND}`,
});

const NEEDED: readonly ObjectRef[] = [
  ...FIELD_KEYS.map((key): ObjectRef => `field:${key}`),
  ...MACRO_KEYS.map((key): ObjectRef => `macro:${key}`),
  'trigger:look',
  ...VIEW_KEYS.map((key): ObjectRef => `view:${key}`),
];

const userReply = z.object({ user: z.object({ id: z.number().nullable() }) });
const secretReply = z.object({ signing_secret: z.object({ secret: z.string().min(1) }) });

/** Undefined where Zendesk takes us for nobody: it answers 200 and a user without id then. */
async function ownUserId(rest: ZendeskRest): Promise<number | undefined> {
  return parseReply(userReply, await rest.get('users/me'), 'users/me').user.id ?? undefined;
}

/** What Zendesk signs the webhook with now. Rejects with a ZendeskError where the service's user may not read it. */
export async function readSigningSecret(rest: ZendeskRest, webhookId: number | string): Promise<string> {
  const reply = await rest.get(`webhooks/${webhookId}/signing_secret`);
  return parseReply(secretReply, reply, 'signing secret').signing_secret.secret;
}

function webhookOf(trigger: Trigger | undefined): string | undefined {
  const value = trigger?.actions.find(({ field }) => field === 'notification_webhook')?.value;
  return Array.isArray(value) && value[0] !== undefined ? String(value[0]) : undefined;
}

/** A trigger that is off wakes nobody; one that leaves out another user wakes the service at its own updates. */
function wrongTrigger(trigger: Trigger | undefined, serviceUserId: number | undefined): MissingObject[] {
  if (!trigger || serviceUserId === undefined) return [];
  const title = `the trigger "${trigger.title}"`;
  if (!trigger.active) return [{ key: 'trigger:look', message: `${title} is switched off: ${MEND}` }];
  const leftOut = trigger.conditions.all.some(
    ({ field, operator, value }) =>
      field === 'role' && operator === 'is_not' && String(value) === String(serviceUserId),
  );
  if (leftOut) return [];
  return [
    {
      key: 'trigger:look',
      message: `${title} does not leave out the service's user ${serviceUserId}: ${MEND}`,
    },
  ];
}

const noUser: MissingObject = {
  key: 'service_user',
  message:
    'Zendesk takes the service for its anonymous user: check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET',
};

function idsOf<K extends string>(
  ids: Ids,
  keys: readonly K[],
  refOf: (key: K) => ObjectRef,
): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, ids.get(refOf(key))]));
}

/**
 * Finds our objects by their marks, whatever they are called by now. `missing` lists everything that is not there or
 * can't work. Rejects with a ZendeskError where the account can't be read.
 */
export async function discoverAccount(rest: ZendeskRest, options: DiscoverOptions = {}): Promise<Discovery> {
  const serviceUserId = options.serviceUserId ?? (await ownUserId(rest));
  const objects = await readMarked(rest, { withWebhooks: options.signingSecret === undefined });
  const ids = knownIds(objects);
  const trigger = findMarked(objects.triggers, 'trigger:look');
  const webhookId = options.signingSecret === undefined ? ids.get('webhook') : webhookOf(trigger);
  const missing = [
    ...(serviceUserId === undefined ? [noUser] : []),
    ...NEEDED.filter((ref) => !ids.has(ref)).map(absent),
    ...(webhookId === undefined ? [absent('webhook')] : []),
    ...wrongTrigger(trigger, serviceUserId),
  ];
  if (missing.length > 0 || webhookId === undefined) return { ok: false, missing };
  const account = accountObjects.parse({
    fields: idsOf(ids, FIELD_KEYS, (key) => `field:${key}`),
    macros: idsOf(ids, MACRO_KEYS, (key) => `macro:${key}`),
    views: idsOf(ids, VIEW_KEYS, (key) => `view:${key}`),
    triggerId: ids.get('trigger:look'),
    webhookId,
    signingSecret: options.signingSecret ?? (await readSigningSecret(rest, webhookId)),
    serviceUserId,
  });
  return { ok: true, account };
}
