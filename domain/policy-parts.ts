import { z } from 'zod';
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

/**
 * An event on a day that doesn't count: `count_from_event` takes its date as day 0 (ICO, Alaveteli, MoJ);
 * `roll_forward` takes the next working day as day 0 (Home Office). The first is a day stricter, never late.
 */
const eventOnNonWorkingDay = z.enum(['count_from_event', 'roll_forward']);
/** A period in days, weeks or months that ends on a day that doesn't count (§193 BGB, Reg. 1182/71 art. 3(4)). */
const endOnNonWorkingDay = z.enum(['keep', 'roll_forward']);
/** The end of a due day: `24:00`, or the close of business. */
const dayEnds = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'write a time as HH:MM, or 24:00');

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
