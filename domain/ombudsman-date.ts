import type { Case } from './case.ts';
import type { Deadline } from './deadline.ts';
import type { CaseEvent } from './events.ts';
import { addDays, daysBetween, localDateAt, startOfDay } from './local-date.ts';
import { CASE_FILE_DUTY, OMBUDSMAN_REGIME } from './ombudsman-duty.ts';

export { CASE_FILE_DUTY, OMBUDSMAN_REGIME } from './ombudsman-duty.ts';

/** A week ahead: a case file takes days to put together. The ombudsman's date is no promise of the policy's. */
const WARN_DAYS = 7;

/** Where among the events the ombudsman last set a date; -1 where never. */
function lastSet(events: readonly CaseEvent[]): number {
  for (let index = events.length - 1; index >= 0; index -= 1)
    if (events[index]?.topic === 'ombudsman_date' && events[index]?.kind === 'noted') return index;
  return -1;
}

/**
 * The latest date that the ombudsman has set, as a deadline until the end of that date in `zone`: kept by the case file
 * or by the decision. Counted without the calendar, which need not reach so far.
 */
export function ombudsmanDeadline(kase: Case, zone: string): Deadline[] {
  const set = lastSet(kase.events);
  const event = kase.events[set];
  if (event?.dueDate === undefined) return [];
  const { dueDate, at: anchorAt } = event;
  const done = kase.events
    .slice(set + 1)
    .find(({ kind, topic }) => kind === 'decided' || (kind === 'noted' && topic === 'case_file_sent'));
  const over = kase.ended ?? (kase.stage === 'closed' ? ('by_person' as const) : undefined);
  return [
    {
      regime: OMBUDSMAN_REGIME,
      duty: CASE_FILE_DUTY,
      doneBy: 'decided',
      after: 'noted',
      anchorAt,
      projected: false,
      within: { amount: Math.max(daysBetween(localDateAt(anchorAt, zone), dueDate), 0), unit: 'days' },
      dueAt: startOfDay(addDays(dueDate, 1), zone),
      dueDate,
      warnAt: startOfDay(addDays(dueDate, -WARN_DAYS), zone),
      hardCap: false,
      ...(done ? { doneAt: done.at } : over ? { waived: over } : {}),
    },
  ];
}
