import { z } from 'zod/mini';
import { ANCHORS } from './anchor-kinds.ts';
import { calendarDataSchema } from './calendar-data.ts';
import { DAY_ENDS, END_ON_NON_WORKING_DAY, EVENT_ON_NON_WORKING_DAY } from './counting.ts';
import { EVENT_KINDS } from './events.ts';
import { type Instant, isLocalDate, type LocalDate } from './local-date.ts';
import { NOTED_TOPICS } from './noted-topics.ts';
import { type Offset, readOffset } from './offset.ts';
import { STAGES } from './stage.ts';

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');
const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text): Instant => Date.parse(text)),
);
const offset = z.pipe(
  z.string(),
  z.transform((text, { issues }): Offset => {
    const read = readOffset(text);
    if (!read) issues.push({ code: 'custom', message: 'not a length of time', input: text });
    return read ?? z.NEVER;
  }),
);

const countingSchema = z.strictObject({
  eventOnNonWorkingDay: z._default(z.enum(EVENT_ON_NON_WORKING_DAY), 'count_from_event'),
  endOnNonWorkingDay: z._default(z.enum(END_ON_NON_WORKING_DAY), 'keep'),
  dayEnds: z._default(z.string().check(z.regex(DAY_ENDS)), '24:00'),
});

const deadlineSchema = z.object({
  regime: z.string(),
  duty: z.string(),
  doneBy: z.enum(EVENT_KINDS),
  after: z.enum(ANCHORS),
  anchorAt: instant,
  projected: z._default(z.boolean(), false),
  within: offset,
  dueAt: instant,
  dueDate: date,
  warnAt: instant,
  hardCap: z._default(z.boolean(), false),
  counting: z.exactOptional(countingSchema),
  extensions: z.exactOptional(
    z.array(z.object({ at: instant, within: offset, dueAt: instant, dueDate: date })),
  ),
  doneAt: z.exactOptional(instant),
  waived: z.exactOptional(z.enum(['superseded', 'withdrawn', 'not_a_complaint', 'by_person', 'closed'])),
});

const noteSchema = z.object({
  topic: z.enum(NOTED_TOPICS),
  at: instant,
  regime: z.exactOptional(z.string()),
  duty: z.exactOptional(z.string()),
  code: z.exactOptional(z.string()),
  ofAudit: z.exactOptional(z.number()),
  dueDate: z.exactOptional(date),
  reference: z.exactOptional(z.string()),
  language: z.exactOptional(z.string()),
  ticket: z.exactOptional(z.number()),
  amount: z.exactOptional(z.string()),
  currency: z.exactOptional(z.string()),
});

/** The clock record as it stands in the ticket field, with its instants and lengths of time as text. */
export const recordSchema = z.object({
  v: z.literal(1),
  policy: z.object({ id: z.string(), version: z.string(), company: z.string() }),
  stage: z.enum(STAGES),
  channel: z.string(),
  outcome: z.exactOptional(z.enum(['upheld', 'partly_upheld', 'not_upheld'])),
  events: z.array(z.object({ kind: z.enum(EVENT_KINDS), at: instant })),
  deadlines: z.array(deadlineSchema),
  calendar: calendarDataSchema,
  counting: countingSchema,
  firstMadeAt: z.exactOptional(instant),
  flags: z.exactOptional(z.array(z.string())),
  notes: z.exactOptional(z.array(noteSchema)),
  savedAt: instant,
});
