import { z } from 'zod';
import type { DayOff } from './calendar.ts';
import { companySchema } from './company.ts';
import { EVENT_KINDS } from './events.ts';
import { isLocalDate, isZone, type LocalDate, type Weekday } from './local-date.ts';
import { offsetSchema } from './offset.ts';

const WEEK = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/, 'use lower-case letters, digits, - and _, beginning with a letter');
const civilDate = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'write a date as YYYY-MM-DD, in quotes',
);
const event = z.enum(EVENT_KINDS);

export const countingSchema = z.strictObject({
  /**
   * An event on a day that doesn't count: `count_from_event` takes its date as day 0 (ICO, Alaveteli, MoJ);
   * `roll_forward` takes the next working day as day 0 (Home Office). The first is a day stricter, never late.
   */
  eventOnNonWorkingDay: z.enum(['count_from_event', 'roll_forward']).default('count_from_event'),
  /** A period in days, weeks or months that ends on a day that doesn't count (§193 BGB, Reg. 1182/71 art. 3(4)). */
  endOnNonWorkingDay: z.enum(['keep', 'roll_forward']).default('keep'),
  /** The end of a due day: `24:00`, or the close of business. */
  dayEnds: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'write a time as HH:MM, or 24:00')
    .default('24:00'),
});

const dutySchema = z.strictObject({
  id: name,
  after: event,
  within: offsetSchema,
  doneBy: z.array(event).min(1),
  /** How long before the due time the deadline counts as due soon. */
  warn: offsetSchema,
  /** What the service sends by itself to fulfil the duty. */
  send: z.enum(['acknowledgement']).exactOptional(),
});

/** What names and the chain are checked on, so that a fault elsewhere in a duty doesn't hide theirs. */
const namedSchema = z.array(z.object({ id: z.string() }));
const chainSchema = z.object({ duties: z.array(z.object({ after: event, doneBy: z.array(event) })) });

const regimeSchema = z
  .strictObject({
    id: name,
    source: z.string().min(1),
    hardCap: z.boolean().default(false),
    duties: z
      .array(dutySchema)
      .min(1)
      .superRefine(
        (duties, context) =>
          checkNames(duties, (path, message) => context.addIssue({ code: 'custom', path, message })),
        { when: ({ value }) => namedSchema.safeParse(value).success },
      ),
  })
  .superRefine(
    (regime, context) =>
      checkChain(regime, (path, message) => context.addIssue({ code: 'custom', path, message })),
    { when: ({ value }) => chainSchema.safeParse(value).success },
  );

const channelSchema = z.strictObject({
  accepted: z.boolean(),
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

export const policySchema = z.strictObject({
  id: name,
  version: z.string().min(1),
  effectiveFrom: civilDate,
  source: z.string().min(1),
  company: companySchema,
  timeZone: z.string().refine(isZone, 'is no time zone: use an IANA name such as Europe/London'),
  workingWeek: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .transform((days): Weekday[] => days.map((day) => WEEK[day])),
  /** ISO 3166 codes of the regions whose public holidays don't count; several make a union. */
  regions: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'write a region as GB-ENG or DE-NW')),
  closures: z.array(z.strictObject({ date: civilDate, name: z.string().min(1) })).default([]),
  counting: countingSchema.prefault({}),
  channels: z.record(name, channelSchema),
  sending: sendingSchema.prefault({}),
  regimes: z
    .array(regimeSchema)
    .min(1)
    .superRefine(
      (regimes, context) =>
        checkNames(regimes, (path, message) => context.addIssue({ code: 'custom', path, message })),
      { when: ({ value }) => namedSchema.safeParse(value).success },
    ),
});

export type Policy = z.output<typeof policySchema>;
export type Regime = Policy['regimes'][number];
export type Duty = Regime['duties'][number];
export type Counting = Policy['counting'];

type Report = (path: (string | number)[], message: string) => void;

/** Deadlines, notes and extensions are told apart by the names of regime and duty. */
function checkNames(named: readonly { id: string }[], report: Report): void {
  const seen = new Set<string>();
  named.forEach(({ id }, index) => {
    if (seen.has(id)) report([index, 'id'], `"${id}" is there twice: give each a name of its own`);
    seen.add(id);
  });
}

/** A duty hangs on an event that can happen: the receipt, or one that an earlier duty is done by. */
function checkChain(regime: { duties: { after: string; doneBy: string[] }[] }, report: Report): void {
  const reachable = new Set<string>(['received', 'appealed', 'deadlock', 'referred']);
  regime.duties.forEach((duty, index) => {
    if (!reachable.has(duty.after)) {
      report(
        ['duties', index, 'after'],
        `no duty before this one is done by "${duty.after}": put that duty first`,
      );
    }
    for (const kind of duty.doneBy) reachable.add(kind);
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
  return policy.closures.map((closure) => ({ ...closure, region: policy.company.name }));
}
