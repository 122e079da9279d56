import type { DayOff } from './calendar.ts';
import { addDays, type LocalDate } from './local-date.ts';

/** A day, or a span of days, on which the company is closed. */
export interface Closure {
  readonly from: LocalDate;
  /** The last day; the same as `from` where left out. */
  readonly until?: LocalDate;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * Every day of the closures as a day off, weekends included.
 * @param region whose closures they are: the company's name
 * @throws RangeError where a closure ends before it begins
 */
export function closureDays(closures: readonly Closure[], region: string): DayOff[] {
  return closures.flatMap(({ from, until = from, name, names }) => {
    if (until < from)
      throw new RangeError(
        `the closure "${name}" ends on ${until}, before it begins on ${from}: swap the two`,
      );
    const days: DayOff[] = [];
    for (let date = from; date <= until; date = addDays(date, 1))
      days.push({ date, name, ...(names ? { names } : {}), region });
    return days;
  });
}
