import type { Calendar } from '../../domain/calendar.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import { foldCase } from '../../domain/fold.ts';
import { DAY, HOUR, type Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { explain } from '../../domain/reasons.ts';
import { createCalendarSource } from '../../server/policies/calendars.ts';
import { readPolicy } from '../support/policy.ts';

/** Cases over two years, so that holidays, weekends and changes of the clocks are among their days. */
const CASES = 500;
const SECONDS = 2;
const FIRST = Date.parse('2025-01-06T09:30:00Z');

function story(number: number): CaseEvent[] {
  const receivedAt = FIRST + ((number * 37) % 700) * DAY + (number % 24) * HOUR;
  const kinds: [EventKind, Instant][] = [
    ['received', receivedAt],
    ['acknowledged', receivedAt + 2 * HOUR],
    ['updated', receivedAt + 2 * DAY],
    ['responded', receivedAt + 9 * DAY],
  ];
  const told = kinds.slice(0, 1 + (number % kinds.length));
  return told.map(([kind, at], index) => ({ kind, at, recordedAt: at, auditId: index + 1 }));
}

function computed(
  events: readonly CaseEvent[],
  policy: Policy,
  calendar: Calendar,
  reasons: boolean,
): number {
  const kase = foldCase(policy, events);
  const deadlines = kase ? deadlinesOf(kase, policy, calendar) : [];
  if (!reasons) return deadlines.length;
  return deadlines.reduce((sum, one) => sum + explain(one, calendar, policy.counting).length, 0);
}

/** How often the work is done in a second, over some seconds and after a warm-up. */
function rate(work: (number: number) => number): number {
  for (let number = 0; number < CASES; number += 1) work(number);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < SECONDS * 1000) {
    for (let number = 0; number < CASES; number += 1) work(number);
    done += CASES;
  }
  return Math.round((done / (performance.now() - start)) * 1000);
}

const policy = await readPolicy('policies/ask4.yaml');
const calendar = createCalendarSource()(policy, FIRST, FIRST + 730 * DAY);
const stories = Array.from({ length: CASES }, (_, number) => story(number));

for (const [name, reasons] of [
  ['without reasons', false],
  ['with reasons', true],
] as const) {
  const perSecond = rate((number) => computed(stories[number] ?? [], policy, calendar, reasons));
  process.stdout.write(
    `${name.padEnd(16)} ${perSecond.toLocaleString('en-GB').padStart(10)} cases a second\n`,
  );
}
