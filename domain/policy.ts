import { z } from 'zod';
import type { DayOff } from './calendar.ts';
import { closureDays } from './closures.ts';
import { companySchema } from './company.ts';
import { guidanceSchema } from './guidance.ts';
import { labelsSchema } from './labels.ts';
import { isZone, type Weekday } from './local-date.ts';
import { offsetSchema } from './offset-schema.ts';
import { civilDate, countingSchema, name } from './policy-parts.ts';
import { regimeSchema, uniqueNames } from './regime.ts';
import { reportingSchema } from './reporting.ts';

export type { Counting } from './policy-parts.ts';
export type { Duty, Regime, Span } from './regime.ts';

const WEEK = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;

const channelSchema = z.strictObject({
  accepted: z.boolean(),
  /** Flags of a complaint that is taken all the same, such as one about personal data. */
  exceptions: z.array(name).default([]),
  /** Zendesk's `via.channel` values that are taken for this channel where nobody says otherwise. */
  via: z.array(z.string()).default([]),
});

const sendingSchema = z.strictObject({
  /** Acknowledgements to one requester in 24 hours; one more waits for a person. */
  perRequesterPerDay: z.int().positive().default(3),
  burst: z
    .strictObject({ count: z.int().positive(), minutes: z.int().positive() })
    .default({ count: 20, minutes: 10 }),
  /** A complaint recorded longer ago than this is never acknowledged by itself. */
  recordedWithinHours: z.int().positive().default(72),
});

/** Civil dates only: nobody keeps records for hours, and what a working day was is not known for years ahead. */
const retentionSchema = offsetSchema.refine(
  ({ unit, amount }) => ['days', 'weeks', 'months'].includes(unit) && amount > 0,
  'write days, weeks or months, e.g. "24 months"',
);

const closureSchema = z
  .strictObject({
    date: civilDate.exactOptional(),
    from: civilDate.exactOptional(),
    until: civilDate.exactOptional(),
    name: z.string().min(1),
    names: z.record(z.string(), z.string()).exactOptional(),
  })
  .transform(({ date, from: first, until: last, ...rest }, context) => {
    const [from, until] = [first ?? date, last ?? date];
    const both = date !== undefined && (first !== undefined || last !== undefined);
    if (from && until && from <= until && !both) return { ...rest, from, until };
    context.addIssue({
      code: 'custom',
      path: [both || (!from && !until) ? 'date' : from ? 'until' : 'from'],
      message: 'name a "date", or "from" and "until" with the earlier first',
    });
    return z.NEVER;
  });

/** Which tickets a policy is for, by Zendesk's ids; without brands or forms, those that no other policy names. */
const appliesToSchema = z.strictObject({
  brands: z.array(z.int()).default([]),
  forms: z.array(z.int()).default([]),
});

const policyFields = z.strictObject({
  id: name,
  version: z.string().min(1),
  /** The first day on which a complaint must have been received for this version to hold. */
  effectiveFrom: civilDate,
  /** Whether cases received before `effectiveFrom` that are still open are counted by this version. */
  appliesToOpenCases: z.boolean().default(false),
  appliesTo: appliesToSchema.prefault({}),
  source: z.string().min(1),
  company: companySchema,
  timeZone: z.string().refine(isZone, 'is no time zone: use an IANA name such as Europe/London'),
  workingWeek: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .transform((days): Weekday[] => days.map((day) => WEEK[day])),
  /** ISO 3166 codes of the regions whose public holidays don't count; several make a union. */
  regions: z.array(
    z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3}(-[A-Z0-9]{1,5})?)?$/, 'write a region as GB-ENG or DE-NW'),
  ),
  /** The id of a Zendesk schedule: its weekdays take the place of the working week, its holidays join the regions'. */
  schedule: z.int().positive().exactOptional(),
  /** The last date up to which the days off are complete, where that is sooner than the regions' holidays are known. */
  daysOffKnownUntil: civilDate.exactOptional(),
  /** Days on which the company is closed, besides public holidays. */
  closures: z.array(closureSchema).default([]),
  /** One-off working days, such as a Saturday that is worked: they count although their weekday does not. */
  workingDays: z.array(civilDate).default([]),
  counting: countingSchema.prefault({}),
  channels: z.record(name, channelSchema),
  sending: sendingSchema.prefault({}),
  /** What helps whoever handles complaints; nothing of it decides a date. */
  guidance: guidanceSchema.prefault({}),
  /** What options are called in figures and reports, where the product's own words are not meant. */
  labels: labelsSchema.prefault({}),
  /** What reports may show of the people who handle complaints. */
  reporting: reportingSchema.prefault({}),
  /** How long a case is kept once it is over; left out: for good. */
  retention: retentionSchema.exactOptional(),
  /** What sets complaints apart, for regimes and channels to name. */
  flags: z.array(name).default(['data_protection', 'needs_support', 'abusive_behaviour']),
  regimes: z
    .array(regimeSchema)
    .min(1)
    .superRefine(uniqueNames, { when: ({ value }) => Array.isArray(value) }),
});

export const policySchema = policyFields.superRefine(knownNames);

export type Policy = z.output<typeof policySchema>;

/** Flags and channels that a regime or a channel names must be the policy's own. */
function knownNames(policy: z.output<typeof policyFields>, context: z.core.$RefinementCtx): void {
  const check = (
    known: readonly string[],
    what: string,
    named: readonly string[],
    path: (string | number)[],
  ): void => {
    named.forEach((one, index) => {
      if (known.includes(one)) return;
      const message = `"${one}" is no ${what} of this policy: use ${known.join(', ')}, or add it`;
      context.addIssue({ code: 'custom', path: [...path, index], message, input: one });
    });
  };
  const channels = Object.keys(policy.channels);
  for (const [channel, { exceptions }] of Object.entries(policy.channels)) {
    check(policy.flags, 'flag', exceptions, ['channels', channel, 'exceptions']);
  }
  policy.regimes.forEach(({ applies }, index) => {
    check(policy.flags, 'flag', applies?.flags ?? [], ['regimes', index, 'applies', 'flags']);
    check(channels, 'channel', applies?.channels ?? [], ['regimes', index, 'applies', 'channels']);
  });
}

export interface PolicyFault {
  /** Where in the file: `regimes.0.duties.1.within`. */
  readonly path: string;
  readonly message: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

/** One fault for each place; a key that nobody knows is the place itself. */
function faultsOf(issue: z.core.$ZodIssue): PolicyFault[] {
  const ends = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
  return ends.map((end) => ({
    path: [...issue.path, ...end].join('.') || '(the whole file)',
    message: issue.message,
  }));
}

/** Checks a policy once, so that the rest can trust it. Every fault is listed with its path. */
export function parsePolicy(data: unknown): ParsedPolicy {
  const parsed = policySchema.safeParse(data);
  if (parsed.success) return { ok: true, policy: parsed.data };
  return { ok: false, faults: parsed.error.issues.flatMap(faultsOf) };
}

/** The company's closures as days off. */
export function closuresOf(policy: Policy): DayOff[] {
  return closureDays(policy.closures, policy.company.name);
}
