import { z } from 'zod';
import { calendarDataSchema } from '../../domain/calendar-data.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { policyShape } from './policy-shape.ts';

const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));

export const versionSchema = z.object({ version: z.string() });

/** The service's answer about a calendar, as far as days are counted with it. */
export const calendarSchema = z.object({ data: calendarDataSchema }).transform(({ data }) => data);

/** A policy that this version of the app can't read is left out: the others are still good. */
const policies = z.array(z.unknown()).transform((all) =>
  all.flatMap((one): Policy[] => {
    const parsed = policyShape.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  }),
);

/** All policies, and which of them holds for what was asked. */
export const policySchema = z.object({
  holds: z.object({ id: z.string(), version: z.string() }).nullable(),
  policies,
});

/** Why an event does not count is a code of the domain's; what else is known of it depends on its kind. */
const payloadSchema = z.looseObject({
  channel: z.string().optional(),
  outcome: z.string().optional(),
  regime: z.string().optional(),
  duty: z.string().optional(),
  within: z.string().optional(),
  topic: z.string().optional(),
  flags: z.array(z.string()).optional(),
  refused: z.string().optional(),
  corrected_by: z.number().optional(),
  corrected_at: z.number().optional(),
  void: z.boolean().optional(),
  by_hand: z.boolean().optional(),
});

const eventSchema = z.object({
  kind: z.string(),
  at: instant,
  recordedAt: instant,
  auditId: z.number(),
  authorId: z.number().nullable(),
  payload: payloadSchema,
});

/** An event of the case, those that don't count included, as the service has read it. */
export type CaseEventAnswer = z.output<typeof eventSchema>;

const lastErrorSchema = z.object({ code: z.string(), needsPerson: z.boolean() });

export const caseSchema = z.object({
  ticketId: z.number(),
  currentTicketId: z.number(),
  stage: z.string(),
  channel: z.string().nullable(),
  category: z.string().nullable(),
  flags: z.array(z.string()),
  outcome: z.string().nullable(),
  policy: z.object({ id: z.string(), version: z.string() }),
  receivedAt: instant.nullable(),
  firstMadeAt: instant.nullable(),
  closedAt: instant.nullable(),
  marks: z.array(z.looseObject({ code: z.string() })),
  events: z.array(eventSchema),
  lastError: lastErrorSchema.nullable().catch(null),
});

/** All that the service knows of a case. */
export type CaseAnswer = z.output<typeof caseSchema>;
