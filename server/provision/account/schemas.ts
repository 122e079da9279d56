import { z } from 'zod';
import type { Known } from './remembered.ts';

/** Zendesk's objects as far as provisioning looks at them. Replies hold nulls where the description says none. */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const on = z
  .boolean()
  .nullish()
  .transform((value) => value ?? true);

const ruleValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);
const action = z.looseObject({ field: z.string(), value: ruleValue.optional() });
const condition = z.object({ field: z.string(), operator: z.string(), value: ruleValue.optional() });
const conditionList = z
  .array(condition)
  .nullish()
  .transform((value) => value ?? []);
const conditions = z.object({ all: conditionList, any: conditionList });

const option = z.looseObject({ name: z.string(), raw_name: z.string().nullish(), value: z.string() });

const maybe = z.string().nullish();
const off = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

export const ticketField = z.object({
  id: z.number(),
  type: z.string(),
  title: text,
  raw_title: maybe,
  title_in_portal: text,
  raw_title_in_portal: maybe,
  raw_description: maybe,
  visible_in_portal: off,
  editable_in_portal: off,
  removable: on,
  description: text,
  agent_description: text,
  active: on,
  /** A checkbox's tag. */
  tag: z.string().nullish(),
  custom_field_options: z
    .array(option)
    .nullish()
    .transform((value) => value ?? []),
});

export const variant = z.object({ id: z.number(), locale_id: z.number(), content: text, active: on });
export const dynamicContent = z.object({
  id: z.number(),
  name: z.string(),
  placeholder: z.string(),
  default_locale_id: z.number(),
  variants: z
    .array(variant)
    .nullish()
    .transform((value) => value ?? []),
});

export const macro = z.object({
  id: z.number(),
  title: text,
  raw_title: maybe,
  description: text,
  active: on,
  actions: z.array(action),
});

export const webhook = z.looseObject({
  id: z.string(),
  name: text,
  description: text,
  endpoint: text,
  http_method: text,
  request_format: text,
  status: text,
  subscriptions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
});

const rule = z.object({
  id: z.number(),
  title: text,
  raw_title: maybe,
  description: text,
  active: on,
  conditions,
});
export const trigger = rule.extend({ actions: z.array(action) });
export const automation = rule.extend({ actions: z.array(action) });
export const view = rule;

export const locale = z.object({
  id: z.number(),
  locale: z.string(),
  /** Whether it is the account's own. */
  default: z.boolean().nullish(),
});
export const locales = z.object({ locales: z.array(locale) });

export type TicketField = z.infer<typeof ticketField> & Known;
export type DynamicContent = z.infer<typeof dynamicContent>;
export type Variant = z.infer<typeof variant>;
export type Macro = z.infer<typeof macro> & Known;
export type Webhook = z.infer<typeof webhook> & Known;
export type Trigger = z.infer<typeof trigger> & Known;
export type Automation = z.infer<typeof automation>;
export type View = z.infer<typeof view> & Known;
export type Locale = z.infer<typeof locale>;
export type Action = z.infer<typeof action>;
export type RuleConditions = z.infer<typeof conditions>;
export type RuleValue = z.infer<typeof ruleValue>;

export const ticketForm = z.object({
  id: z.number(),
  name: text,
  raw_name: maybe,
  display_name: text,
  raw_display_name: maybe,
  active: on,
  default: off,
  end_user_visible: off,
  ticket_field_ids: z
    .array(z.number())
    .nullish()
    .transform((value) => value ?? []),
});
export const group = z.object({ id: z.number(), name: text });
export type Group = z.infer<typeof group>;
export type TicketForm = z.infer<typeof ticketForm> & Known;
