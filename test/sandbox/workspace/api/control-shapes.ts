import { z } from 'zod';

/** The parts of the control API's replies that the sandbox's page shows. */

export const clockShape = z.object({ now: z.string(), offset: z.number(), rate: z.number().default(1) });

export const mailShape = z.object({
  at: z.string(),
  ticketId: z.number().nullish(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
});
export type Mail = z.infer<typeof mailShape>;

export const deliveryShape = z.object({
  accountAt: z.string(),
  invocationId: z.string(),
  url: z.string(),
  eventType: z.string(),
  ruleId: z.number(),
  ticketId: z.number(),
  state: z.string(),
  requestBody: z.string(),
  attempts: z.array(
    z.object({ status: z.number().optional(), error: z.string().optional(), ms: z.number() }),
  ),
});
export type Delivery = z.infer<typeof deliveryShape>;

export const requestShape = z.object({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  userId: z.number().nullish(),
  ms: z.number(),
});
export type LoggedRequest = z.infer<typeof requestShape>;

const counts = z.record(z.string(), z.number());
export const summaryShape = z.object({
  total: z.number(),
  statuses: counts,
  endpoints: z.array(
    z.object({ endpoint: z.string(), count: z.number(), statuses: counts, slowestMs: z.number() }),
  ),
});
export type RequestSummary = z.infer<typeof summaryShape>;

const parameterShape = z.object({
  name: z.enum(['minutes', 'ms', 'retryAfterS', 'share', 'mode']),
  type: z.enum(['number', 'choice']),
  default: z.union([z.number(), z.string()]).nullable(),
  choices: z.array(z.string()).default([]),
});
export type FaultParameter = z.infer<typeof parameterShape>;

const presetShape = z.object({
  name: z.string(),
  kind: z.enum(['requests', 'account', 'webhooks']),
  parameters: z.array(parameterShape),
});
export type FaultPreset = z.infer<typeof presetShape>;

const faultShape = z.object({
  id: z.string(),
  name: z.string(),
  struck: z.number(),
  endsAt: z.string().nullable(),
  rule: z
    .object({ match: z.object({ endpoint: z.string(), path: z.string() }).partial().optional() })
    .optional(),
});
export type ActiveFault = z.infer<typeof faultShape>;

export const faultsShape = z.object({ faults: z.array(faultShape), presets: z.array(presetShape) });
export const switchedShape = z.object({ fault: faultShape });

export const customersShape = z.object({
  customers: z.array(z.object({ id: z.number(), name: z.string(), email: z.string().nullable() })),
});
export type Customer = z.infer<typeof customersShape>['customers'][number];

export const arrivedShape = z.object({ ticket: z.object({ id: z.number() }) });
