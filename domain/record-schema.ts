import { z } from 'zod';
import { calendarDataSchema } from './calendar-data.ts';
import { EVENT_KINDS } from './events.ts';
import { type Instant, isLocalDate, type LocalDate } from './local-date.ts';
import { NOTED_TOPICS } from './noted.ts';
import { type Offset, readOffset } from './offset.ts';
import { countingSchema } from './policy-parts.ts';
import { ANCHORS } from './regime.ts';
import { STAGES } from './stage.ts';

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');
const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));
const offset = z.string().transform((text, context): Offset => {
  const read = readOffset(text);
  if (!read) context.addIssue({ code: 'custom', message: 'not a length of time' });
  return read ?? z.NEVER;
});

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

const noteSchema = z.object({
  topic: z.enum(NOTED_TOPICS),
  at: instant,
  regime: z.string().exactOptional(),
  duty: z.string().exactOptional(),
  code: z.string().exactOptional(),
  ofAudit: z.number().exactOptional(),
  dueDate: date.exactOptional(),
  reference: z.string().exactOptional(),
  language: z.string().exactOptional(),
  ticket: z.number().exactOptional(),
  amount: z.string().exactOptional(),
  currency: z.string().exactOptional(),
});

/** The clock record as it stands in the ticket field, with its instants and lengths of time as text. */
export const recordSchema = z.object({
  v: z.literal(1),
  policy: z.object({ id: z.string(), version: z.string(), company: z.string() }),
  stage: z.enum(STAGES),
  channel: z.string(),
  outcome: z.enum(['upheld', 'partly_upheld', 'not_upheld']).exactOptional(),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), at: instant })),
  deadlines: z.array(deadlineSchema),
  calendar: calendarDataSchema,
  counting: countingSchema,
  firstMadeAt: instant.exactOptional(),
  flags: z.array(z.string()).exactOptional(),
  notes: z.array(noteSchema).exactOptional(),
  savedAt: instant,
});
