import { z } from 'zod/mini';
import { calendarDataSchema } from '../../domain/calendar-data.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { policyShape } from './policy-shape.ts';

const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text): Instant => Date.parse(text)),
);

export const versionSchema = z.object({ version: z.string() });

/** The service's answer about a calendar, as far as days are counted with it. */
export const calendarSchema = z.pipe(
  z.object({ data: calendarDataSchema }),
  z.transform(({ data }) => data),
);

/** A policy that this version of the app can't read is left out: the others are still good. */
const policies = z.pipe(
  z.array(z.unknown()),
  z.transform((all) =>
    all.flatMap((one): Policy[] => {
      const parsed = policyShape.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  ),
);

/** All policies, and which of them holds for what was asked. */
export const policySchema = z.object({
  holds: z.nullable(z.object({ id: z.string(), version: z.string() })),
  policies,
});

/** Why an event does not count is a code of the domain's; what else is known of it depends on its kind. */
const payloadSchema = z.looseObject({
  channel: z.optional(z.string()),
  outcome: z.optional(z.string()),
  regime: z.optional(z.string()),
  duty: z.optional(z.string()),
  within: z.optional(z.string()),
  topic: z.optional(z.string()),
  flags: z.optional(z.array(z.string())),
  refused: z.optional(z.string()),
  corrected_by: z.optional(z.number()),
  corrected_at: z.optional(z.number()),
  void: z.optional(z.boolean()),
  by_hand: z.optional(z.boolean()),
});

const eventSchema = z.object({
  kind: z.string(),
  at: instant,
  recordedAt: instant,
  auditId: z.number(),
  authorId: z.nullable(z.number()),
  payload: payloadSchema,
});

/** An event of the case, those that don't count included, as the service has read it. */
export type CaseEventAnswer = z.output<typeof eventSchema>;

const lastErrorSchema = z.object({ code: z.string(), needsPerson: z.boolean() });

export const caseSchema = z.object({
  ticketId: z.number(),
  currentTicketId: z.number(),
  stage: z.string(),
  channel: z.nullable(z.string()),
  category: z.nullable(z.string()),
  flags: z.array(z.string()),
  outcome: z.nullable(z.string()),
  policy: z.object({ id: z.string(), version: z.string() }),
  receivedAt: z.nullable(instant),
  firstMadeAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  marks: z.array(z.looseObject({ code: z.string() })),
  events: z.array(eventSchema),
  lastError: z.catch(z.nullable(lastErrorSchema), null),
});

/** All that the service knows of a case. */
export type CaseAnswer = z.output<typeof caseSchema>;
