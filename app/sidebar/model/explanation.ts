import type { Calendar } from '../../../domain/calendar.ts';
import { CoverageError } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import type { Counting } from '../../../domain/policy.ts';
import { explain, type Reason } from '../../../domain/reasons.ts';
import type { StripDay } from '../../ui/DayStrip.tsx';
import { offsetText } from '../../ui/offset-text.ts';
import { stripOf } from './day-strip.ts';
import { linesOf, type ReasonLine } from './reason-lines.ts';
import type { Reading } from './status.ts';

export interface Explanation {
  /** "3 working days" */
  readonly promise: string;
  readonly reasons: readonly Reason[];
  readonly strip: readonly StripDay[];
  readonly lines: readonly ReasonLine[];
}

/** The reasons for a mail or a note, where the picture of the days is missing: dates in full, what does not count said so. */
export function copiedLines({ lines }: Explanation, { when, language: { say } }: Reading): string[] {
  return lines.map(({ from, to, time, off, text }) => {
    if (from === undefined) return text;
    const date = to === undefined || to === from ? when.longDay(from) : when.days(from, to);
    const day = time === undefined ? date : `${date}, ${time}`;
    return say(off ? 'why.lineOff' : 'why.line', { day, text });
  });
}

/** How the date came about, or undefined where the record's calendar does not reach. */
export function explanationOf(
  deadline: Deadline,
  calendar: Calendar,
  counting: Counting,
  reading: Reading,
): Explanation | undefined {
  try {
    const reasons = explain(deadline, calendar, counting);
    const { say } = reading.language;
    // A date that somebody has set is no length of time.
    const promise = deadline.after === 'noted' ? say('why.set') : offsetText(deadline.within, say);
    return {
      promise,
      reasons,
      strip: stripOf(reasons, deadline),
      lines: linesOf(reasons, deadline, reading),
    };
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}
