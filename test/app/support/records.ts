import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type CalendarData,
  type CaseEvent,
  type ClockRecord,
  createCalendar,
  deadlinesOf,
  foldCase,
  type Instant,
  localDate,
  type Policy,
  parsePolicy,
} from '../../../domain/index.ts';

const england = 'GB-ENG';

/** England's public holidays from January to August 2026, as gov.uk lists them. */
export const calendar: CalendarData = {
  zone: 'Europe/London',
  week: [1, 2, 3, 4, 5],
  off: [
    { date: localDate('2026-01-01'), name: 'New Year’s Day', region: england },
    {
      date: localDate('2026-04-03'),
      name: 'Good Friday',
      names: { de: 'Karfreitag', es: 'Viernes Santo', fr: 'Vendredi saint', nl: 'Goede Vrijdag' },
      region: england,
    },
    {
      date: localDate('2026-04-06'),
      name: 'Easter Monday',
      names: { de: 'Ostermontag', es: 'Lunes de Pascua', fr: 'Lundi de Pâques', nl: 'Tweede paasdag' },
      region: england,
    },
    { date: localDate('2026-05-04'), name: 'Early May bank holiday', region: england },
    { date: localDate('2026-05-25'), name: 'Spring bank holiday', region: england },
  ],
  from: localDate('2026-01-01'),
  until: localDate('2026-08-01'),
};

function readPolicy(): Policy {
  const parsed = parsePolicy(
    parse(readFileSync(new URL('../../../policies/ask4.yaml', import.meta.url), 'utf8')),
  );
  if (!parsed.ok) throw new Error(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return parsed.policy;
}

export const policy = readPolicy();

export type Happening = Partial<CaseEvent> & { readonly kind: CaseEvent['kind']; readonly on: string };

/** An instant written as text: `2026-04-09T09:12:00Z`. */
export function at(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`"${text}" is no instant`);
  return instant;
}

/** The clock record of a case to which this has happened, as the service would write it. */
export function recordOf(...happenings: readonly Happening[]): ClockRecord {
  const events = happenings.map(({ on, ...event }, index): CaseEvent => {
    return { auditId: 1000 + index, at: at(on), recordedAt: at(on), ...event };
  });
  const kase = foldCase(policy, events);
  const last = events.at(-1);
  if (!kase || !last) throw new Error('a case begins with its receipt');
  return {
    policy: { id: policy.id, version: policy.version, company: policy.company.name },
    stage: kase.stage,
    channel: kase.channel,
    ...(kase.outcome ? { outcome: kase.outcome } : {}),
    events: kase.events.map((event) => ({ kind: event.kind, at: event.at })),
    deadlines: deadlinesOf(kase, policy, createCalendar(calendar)),
    calendar,
    counting: policy.counting,
    savedAt: last.at,
  };
}
