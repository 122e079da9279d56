import { z } from 'zod';
import { isZendeskError } from '../../zendesk/errors.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import { parseReply } from './parse.ts';
import * as schema from './schemas.ts';

/** Everything in the account that provisioning compares with, read at about the same time. */
export interface AccountSnapshot {
  readonly fields: readonly schema.TicketField[];
  /** None where the plan has no ticket forms. */
  readonly forms: readonly schema.TicketForm[];
  readonly texts: readonly schema.DynamicContent[];
  readonly macros: readonly schema.Macro[];
  readonly webhooks: readonly schema.Webhook[];
  readonly triggers: readonly schema.Trigger[];
  readonly views: readonly schema.View[];
  /** The languages that are switched on in the account. */
  readonly locales: readonly schema.Locale[];
}

async function listOf<T>(rest: ZendeskRest, path: string, key: string, entry: z.ZodType<T>): Promise<T[]> {
  return parseReply(z.array(entry), await rest.list(path, key), key);
}

/** Our objects' kinds without the texts, which the service itself never needs. */
export type MarkedObjects = Omit<AccountSnapshot, 'texts' | 'locales' | 'forms'>;

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
  return { fields, macros, webhooks, triggers, views };
}

async function formsOf(rest: ZendeskRest): Promise<schema.TicketForm[]> {
  try {
    return await listOf(rest, 'ticket_forms', 'ticket_forms', schema.ticketForm);
  } catch (error) {
    if (isZendeskError(error, 'not_found', 'forbidden')) return [];
    throw error;
  }
}

/** Reads all that a plan compares with. Rejects as {@link readMarked} does. */
export async function readAccount(rest: ZendeskRest): Promise<AccountSnapshot> {
  const [marked, forms, texts, { locales }] = await Promise.all([
    readMarked(rest),
    formsOf(rest),
    listOf(rest, 'dynamic_content/items', 'items', schema.dynamicContent),
    rest.get('locales').then((reply) => parseReply(schema.locales, reply, 'locales')),
  ]);
  return { ...marked, forms, texts, locales };
}
