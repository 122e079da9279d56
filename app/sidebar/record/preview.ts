import { type Calendar, CoverageError } from '../../../domain/calendar.ts';
import { type Deadline, isLate } from '../../../domain/deadline.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { projectNow } from '../../../domain/projection.ts';
import { durationText } from '../../ui/duration.ts';
import { authorityOf } from '../model/authority.ts';
import { dutyName } from '../model/duty-names.ts';
import type { Reading } from '../model/status.ts';
import { thoughtOf, whatIf } from '../model/what-if.ts';

/** A complaint that is not recorded yet, as far as its dates depend on it. */
export interface Thought {
  readonly channel: string;
  readonly receivedAt: Instant;
  readonly firstMadeAt?: Instant | undefined;
  readonly flags?: readonly string[];
  /** Whether the acknowledgement goes out by itself as soon as it is recorded. */
  readonly acknowledged: boolean;
}

export interface Rules {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What is promised by the policy, and when it would be due. */
export interface PreviewLine {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly late: boolean;
}

/** The deadlines that a complaint would have if it were recorded now; undefined where the calendar ends before. */
export function deadlinesIf(
  { channel, receivedAt, firstMadeAt, flags = [], acknowledged }: Thought,
  { policy, calendar }: Rules,
  now: Instant,
): Deadline[] | undefined {
  const received: Partial<CaseEvent> = { at: receivedAt, channel, flags };
  const events = [
    thoughtOf(
      { ...received, kind: 'received', auditId: 1, ...(firstMadeAt === undefined ? {} : { firstMadeAt }) },
      now,
    ),
    ...(acknowledged ? [thoughtOf({ kind: 'acknowledged', auditId: 2 }, now)] : []),
  ];
  try {
    const counted = whatIf(events, { policy, calendar });
    return counted && projectNow(counted.deadlines, calendar, policy.counting, now);
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

/** The regulators' limits are called by whoever set them, where the policy says so. */
function labelOf(deadline: Deadline, reading: Reading, policy: Policy): string {
  const { say } = reading.language;
  const name = dutyName(deadline.duty, 'open', reading);
  if (deadline.hardCap) {
    const authority = authorityOf(deadline, policy);
    return authority === undefined ? say('form.limit', { name }) : say('form.limitOf', { authority });
  }
  return deadline.projected ? say('form.latest', { name }) : name;
}

function dateOf(deadline: Deadline, { when, now }: Reading): string {
  return deadline.within.unit === 'hours' ? when.deadline(deadline.dueAt, now) : when.day(deadline.dueDate);
}

function whenOf(deadline: Deadline, reading: Reading): Pick<PreviewLine, 'when' | 'late'> {
  const { say } = reading.language;
  const until = deadline.doneAt ?? reading.now;
  if (isLate(deadline, until)) {
    const time = durationText(until - deadline.dueAt, say);
    const hours = deadline.within.unit === 'hours';
    return {
      late: true,
      when: hours ? say('form.late', { time }) : say('form.wasDue', { date: dateOf(deadline, reading) }),
    };
  }
  if (deadline.doneAt !== undefined) return { late: false, when: say('form.atOnce') };
  return { late: false, when: dateOf(deadline, reading) };
}

/** "If recorded now": every date with its lateness. */
export function previewOf(deadlines: readonly Deadline[], reading: Reading, policy: Policy): PreviewLine[] {
  return deadlines
    .filter(({ waived }) => waived === undefined)
    .map((deadline) => ({
      id: `${deadline.regime}.${deadline.duty}`,
      label: labelOf(deadline, reading, policy),
      ...whenOf(deadline, reading),
    }));
}

/** The earliest limit that runs although the way is refused: the call itself starts it. */
export function capIf(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.filter(({ hardCap }) => hardCap).sort((a, b) => a.dueAt - b.dueAt)[0];
}
