import { z } from 'zod';
import { isZendeskError } from '../../zendesk/errors.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import { type InstalledApp, readApp } from './app.ts';
import { parseReply } from './parse.ts';
import { rememberedIds, withKnown } from './remembered.ts';
import * as schema from './schemas.ts';

/** Everything in the account that provisioning compares with, read at about the same time. */
export interface AccountSnapshot {
  readonly groups: readonly schema.Group[];
  readonly fields: readonly schema.TicketField[];
  readonly forms: readonly schema.TicketForm[];
  readonly texts: readonly schema.DynamicContent[];
  /** What Zendesk's plan leaves out. */
  readonly lacks: {
    /** Several ticket forms: Suite Growth and Support Enterprise upwards. */
    readonly forms: boolean;
    /** Dynamic content: Suite Growth and Support Professional upwards. */
    readonly texts: boolean;
    /** Satisfaction ratings: Professional upwards, and switched on. */
    readonly ratings: boolean;
  };
  readonly macros: readonly schema.Macro[];
  readonly webhooks: readonly schema.Webhook[];
  readonly triggers: readonly schema.Trigger[];
  readonly automations: readonly schema.Automation[];
  readonly views: readonly schema.View[];
  /** Our app, where it is installed and the token may read it. */
  readonly app: InstalledApp | undefined;
  /** The languages that are switched on in the account. */
  readonly locales: readonly schema.Locale[];
}

async function listOf<T>(rest: ZendeskRest, path: string, key: string, entry: z.ZodType<T>): Promise<T[]> {
  return parseReply(z.array(entry), await rest.list(path, key), key);
}

/** Our objects' kinds without the texts, which the service itself never needs. */
export type MarkedObjects = Pick<AccountSnapshot, 'fields' | 'macros' | 'webhooks' | 'triggers' | 'views'>;

/**
 * Reads all pages of each. Rejects with a ZendeskError: `forbidden` where the token lacks scope or role.
 * @param withWebhooks reading webhooks takes an administrator
 */
export async function readMarked(rest: ZendeskRest, { withWebhooks = true } = {}): Promise<MarkedObjects> {
  const [fields, macros, webhooks, triggers, views] = await Promise.all([
    listOf(rest, 'ticket_fields', 'ticket_fields', schema.ticketField),
    listOf(rest, 'macros', 'macros', schema.macro),
    withWebhooks ? listOf(rest, 'webhooks', 'webhooks', schema.webhook) : [],
    listOf(rest, 'triggers', 'triggers', schema.trigger),
    listOf(rest, 'views', 'views', schema.view),
  ]);
  const ids = rememberedIds(fields);
  return {
    fields: withKnown('field', fields, ids),
    macros: withKnown('macro', macros, ids),
    webhooks: withKnown('webhook', webhooks, ids),
    triggers: withKnown('trigger', triggers, ids),
    views: withKnown('view', views, ids),
  };
}

/** Undefined where the plan doesn't have it: Zendesk answers 403 or 404 then. */
async function whereOffered<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isZendeskError(error, 'not_found', 'forbidden')) return undefined;
    throw error;
  }
}

const settingsReply = z.object({
  settings: z.looseObject({
    active_features: z
      .looseObject({
        ticket_forms: z.boolean().nullish(),
        dynamic_contents: z.boolean().nullish(),
        customer_satisfaction: z.boolean().nullish(),
      })
      .nullish(),
  }),
});

/** What the account itself says of its plan; null where it says nothing. */
async function featuresOf(rest: ZendeskRest) {
  const reply = await whereOffered(rest.get('account/settings'));
  if (reply === undefined) return {};
  return parseReply(settingsReply, reply, 'account/settings').settings.active_features ?? {};
}

/** Reads all that a plan compares with. Rejects as {@link readMarked} does. */
export async function readAccount(rest: ZendeskRest): Promise<AccountSnapshot> {
  const [marked, groups, automations, forms, texts, features, app, { locales }] = await Promise.all([
    readMarked(rest),
    listOf(rest, 'groups', 'groups', schema.group),
    listOf(rest, 'automations', 'automations', schema.automation),
    whereOffered(listOf(rest, 'ticket_forms', 'ticket_forms', schema.ticketForm)),
    whereOffered(listOf(rest, 'dynamic_content/items', 'items', schema.dynamicContent)),
    featuresOf(rest),
    whereOffered(readApp(rest)),
    rest.get('locales').then((reply) => parseReply(schema.locales, reply, 'locales')),
  ]);
  const lacks = {
    forms: forms === undefined || features.ticket_forms === false,
    texts: texts === undefined || features.dynamic_contents === false,
    ratings: features.customer_satisfaction !== true,
  };
  const ours = withKnown('form', forms ?? [], rememberedIds(marked.fields));
  return { ...marked, groups, automations, forms: ours, texts: texts ?? [], app, locales, lacks };
}
