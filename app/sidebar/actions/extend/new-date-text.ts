import { z } from 'zod/mini';
import type { Deadline } from '../../../../domain/deadline.ts';
import { isLocalDate, type LocalDate } from '../../../../domain/local-date.ts';
import { localeFor } from '../../../ui/locale.ts';
import { primary } from '../respond/customer-language.ts';

const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');

export const toldDateSchema = z.object({
  date: day,
  /** Only of a promise in hours. */
  at: z.optional(z.number()),
  zone: z.string(),
});
/** A deadline's new date as a customer is told of it: a civil date, by the hour where it is promised so. */
export type ToldDate = z.output<typeof toldDateSchema>;

/** `zone`: the policy's. */
export function toldDateOf({ dueDate, dueAt, within }: Deadline, zone: string): ToldDate {
  return { date: dueDate, zone, ...(within.unit === 'hours' ? { at: dueAt } : {}) };
}

/**
 * "20 April 2026", "20. April 2026 um 14:30", in the language of the letter; the customer's locale decides between
 * varieties of it, such as British and American dates.
 */
export function newDateText({ date, at, zone }: ToldDate, language: string, locale = ''): string {
  const { tag } = localeFor(primary(locale) === language ? locale : language);
  if (at === undefined) {
    // A civil date is never converted.
    const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    return days.format(new Date(`${date}T12:00:00Z`));
  }
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);
}
