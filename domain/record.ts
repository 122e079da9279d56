import { z } from 'zod';
import type { CalendarData } from './calendar.ts';
import type { Deadline, Extension } from './deadline.ts';
import { EVENT_KINDS, type EventKind, type Outcome } from './events.ts';
import { type Instant, isLocalDate, isZone, type LocalDate, MINUTE } from './local-date.ts';
import { type Offset, readOffset } from './offset.ts';
import { type Counting, countingSchema } from './policy-parts.ts';
import { ANCHORS } from './regime.ts';
import { STAGES, type Stage } from './stage.ts';

/** A step of the case as the sidebar lists it. */
export interface RecordedEvent {
  readonly kind: EventKind;
  readonly at: Instant;
}

/**
 * The machine-readable state of a case, kept as JSON in one ticket field. It holds all that the sidebar needs to
 * count down and to explain each date while the service is out of reach, and nothing about a person.
 */
export interface ClockRecord {
  readonly policy: { readonly id: string; readonly version: string; readonly company: string };
  readonly stage: Stage;
  readonly channel: string;
  readonly outcome?: Outcome;
  readonly events: readonly RecordedEvent[];
  readonly deadlines: readonly Deadline[];
  /** The part of the calendar that the deadlines were counted with, and some weeks beyond. */
  readonly calendar: CalendarData;
  readonly counting: Counting;
  /** When the state last changed. */
  readonly savedAt: Instant;
}

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');
const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));
const offset = z.string().transform((text, context): Offset => {
  const read = readOffset(text);
  if (!read) context.addIssue({ code: 'custom', message: 'not a length of time' });
  return read ?? z.NEVER;
});
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

const deadlineSchema = z.object({
  regime: z.string(),
  duty: z.string(),
  doneBy: z.enum(EVENT_KINDS),
  after: z.enum(ANCHORS),
  anchorAt: instant,
  projected: z.boolean().default(false),
  within: offset,
  dueAt: instant,
  dueDate: date,
  warnAt: instant,
  hardCap: z.boolean().default(false),
  counting: countingSchema.exactOptional(),
  extensions: z
    .array(z.object({ at: instant, within: offset, dueAt: instant, dueDate: date }))
    .exactOptional(),
  doneAt: instant.exactOptional(),
  waived: z.enum(['superseded', 'withdrawn', 'not_a_complaint', 'by_person', 'closed']).exactOptional(),
});

const recordSchema = z.object({
  v: z.literal(1),
  policy: z.object({ id: z.string(), version: z.string(), company: z.string() }),
  stage: z.enum(STAGES),
  channel: z.string(),
  outcome: z.enum(['upheld', 'partly_upheld', 'not_upheld']).exactOptional(),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), at: instant })),
  deadlines: z.array(deadlineSchema),
  calendar: z.object({
    zone: z.string().refine(isZone, 'not a time zone'),
    week: z.array(weekday),
    off: z.array(
      z.object({
        date,
        name: z.string(),
        names: z.record(z.string(), z.string()).exactOptional(),
        region: z.string(),
        regions: z.array(z.string()).exactOptional(),
      }),
    ),
    on: z.array(date).exactOptional(),
    from: date,
    until: date,
  }),
  counting: countingSchema,
  savedAt: instant,
});

const iso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
const offsetText = ({ amount, unit }: Offset): string => `${amount} ${unit.replace('_', ' ')}`;

function encodeExtension({ at, within, dueAt, dueDate }: Extension): Record<string, unknown> {
  return { at: iso(at), within: offsetText(within), dueAt: iso(dueAt), dueDate };
}

function encodeDeadline(deadline: Deadline): Record<string, unknown> {
  const { anchorAt, dueAt, warnAt, doneAt, within, projected, hardCap, extensions, ...rest } = deadline;
  return {
    ...rest,
    within: offsetText(within),
    anchorAt: iso(anchorAt),
    dueAt: iso(dueAt),
    warnAt: iso(warnAt),
    ...(projected ? { projected } : {}),
    ...(hardCap ? { hardCap } : {}),
    ...(extensions ? { extensions: extensions.map(encodeExtension) } : {}),
    ...(doneAt === undefined ? {} : { doneAt: iso(doneAt) }),
  };
}

/** The record as the text of the ticket field; instants in ISO 8601 UTC. */
export function encodeRecord(record: ClockRecord): string {
  return JSON.stringify({
    v: 1,
    ...record,
    events: record.events.map((event) => ({ ...event, at: iso(event.at) })),
    deadlines: record.deadlines.map(encodeDeadline),
    savedAt: iso(record.savedAt),
  });
}

export type DecodedRecord =
  | { readonly ok: true; readonly record: ClockRecord }
  | {
      readonly ok: false;
      readonly code: 'empty' | 'not_json' | 'unknown_version' | 'malformed';
      readonly detail: string;
    };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the ticket field's text. A person may have edited it, or a newer version of the product written it. */
export function decodeRecord(text: string | null | undefined): DecodedRecord {
  if (!text) return { ok: false, code: 'empty', detail: 'the field is empty' };
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null)
    return { ok: false, code: 'not_json', detail: 'the field holds no JSON object' };
  if (!('v' in json) || json.v !== 1) {
    return {
      ok: false,
      code: 'unknown_version',
      detail: 'the record was written by another version of Complaint Clock',
    };
  }
  const parsed = recordSchema.safeParse(json);
  if (!parsed.success) return { ok: false, code: 'malformed', detail: z.prettifyError(parsed.error) };
  const { v: _version, ...record } = parsed.data;
  return { ok: true, record };
}

/**
 * Instants that Zendesk stamps itself: known to the second only once the update is read back. A record written with
 * the update may be off by a moment, which is no reason to write it again.
 */
const STAMPED = new Set(['at', 'anchorAt', 'doneAt']);

function alike(a: unknown, b: unknown, key: string): boolean {
  if (typeof a === 'number' && typeof b === 'number' && STAMPED.has(key)) return Math.abs(a - b) < MINUTE;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (left.size !== right.size) return false;
  return [...left].every(([name, value]) => right.has(name) && alike(value, right.get(name), name));
}

/** Whether two records say the same, apart from when they were saved and moments of stamping. */
export function sameRecord(a: ClockRecord, b: ClockRecord): boolean {
  return alike({ ...a, savedAt: 0 }, { ...b, savedAt: 0 }, '');
}
