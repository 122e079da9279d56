import { z } from 'zod';
import { DAY_ENDS, END_ON_NON_WORKING_DAY, EVENT_ON_NON_WORKING_DAY } from './counting.ts';
import { isLocalDate, type LocalDate, localDate } from './local-date.ts';

/** A name inside a policy: of a duty, a regime, a channel, a flag. */
export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/, 'use lower-case letters, digits, - and _, beginning with a letter');

const DATE = 'write a date as YYYY-MM-DD, in quotes';

/** A civil date. YAML reads one without quotes as a text too. */
export const civilDate: z.ZodType<LocalDate, string> = z
  .string(DATE)
  .refine((text) => isLocalDate(text), { message: DATE, abort: true })
  .transform(localDate);

const eventOnNonWorkingDay = z.enum(EVENT_ON_NON_WORKING_DAY);
const endOnNonWorkingDay = z.enum(END_ON_NON_WORKING_DAY);
const dayEnds = z.string().regex(DAY_ENDS, 'write a time as HH:MM, or 24:00');

/** How a policy counts, where official bodies differ. */
export const countingSchema = z.strictObject({
  eventOnNonWorkingDay: eventOnNonWorkingDay.default('count_from_event'),
  endOnNonWorkingDay: endOnNonWorkingDay.default('keep'),
  dayEnds: dayEnds.default('24:00'),
});

/** What a regime counts otherwise than its policy. */
export const countingOverrides = z.strictObject({
  eventOnNonWorkingDay: eventOnNonWorkingDay.exactOptional(),
  endOnNonWorkingDay: endOnNonWorkingDay.exactOptional(),
  dayEnds: dayEnds.exactOptional(),
});

export type Counting = z.output<typeof countingSchema>;
