import type { AnchorKind } from './anchor-kinds.ts';
import { type LocalDate, localDateAt, localTimeAt } from './local-date.ts';
import type { OffsetUnit } from './offset.ts';
import type { Reason } from './reasons.ts';

export type Language = 'en' | 'de';

/** What a period is counted from, in words. */
export const ANCHOR_TEXTS: Readonly<Record<Language, Readonly<Record<AnchorKind, string>>>> = {
  en: {
    first_made: 'complaint first made',
    received: 'received',
    acknowledged: 'acknowledged',
    updated: 'status update sent',
    responded: 'formal response sent',
    adr_letter_sent: 'ADR letter sent',
    appealed: 'appeal received',
    appeal_acknowledged: 'appeal acknowledged',
    appeal_responded: 'appeal answered',
    deadlock: 'no agreement reached',
    referred: 'taken to the ombudsman',
    decided: 'decided by the ombudsman',
    extended: 'extended',
    withdrawn: 'withdrawn',
    not_a_complaint: 'not a complaint after all',
    exception: 'taken as an exception',
    closed: 'closed',
    reopened: 'reopened',
    noted: 'date set by the ombudsman',
  },
  de: {
    first_made: 'erstmals beschwert',
    received: 'eingegangen',
    acknowledged: 'bestätigt',
    updated: 'Zwischenstand gesendet',
    responded: 'abschließend beantwortet',
    adr_letter_sent: 'Mitteilung zur Streitbeilegung gesendet',
    appealed: 'Überprüfung beantragt',
    appeal_acknowledged: 'Antrag auf Überprüfung bestätigt',
    appeal_responded: 'Überprüfung beantwortet',
    deadlock: 'keine Einigung erzielt',
    referred: 'bei der Schlichtungsstelle',
    decided: 'von der Schlichtungsstelle entschieden',
    extended: 'verlängert',
    withdrawn: 'zurückgezogen',
    not_a_complaint: 'doch keine Beschwerde',
    exception: 'als Ausnahme angenommen',
    closed: 'abgeschlossen',
    reopened: 'wieder geöffnet',
    noted: 'Termin der Schlichtungsstelle',
  },
};

const UNITS: Readonly<Record<Language, Readonly<Record<OffsetUnit, readonly [one: string, many: string]>>>> =
  {
    en: {
      hours: ['hour', 'hours'],
      days: ['day', 'days'],
      working_days: ['working day', 'working days'],
      weeks: ['week', 'weeks'],
      months: ['month', 'months'],
    },
    de: {
      hours: ['Stunde', 'Stunden'],
      days: ['Tag', 'Tage'],
      working_days: ['Arbeitstag', 'Arbeitstage'],
      weeks: ['Woche', 'Wochen'],
      months: ['Monat', 'Monate'],
    },
  };

function lengthText({ n = 0, unit = 'days' }: Reason, language: Language): string {
  const [one, many] = UNITS[language][unit];
  return `${n} ${n === 1 ? one : many}`;
}

const inDays = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
} as const;
/** Made once: to make one takes far longer than to use it, and a case has some hundred dates. */
const DATE_FORMATS = {
  en: new Intl.DateTimeFormat('en-GB', inDays),
  de: new Intl.DateTimeFormat('de-DE', inDays),
};

/** "Fri 3 Apr 2026", "Fr., 3. Apr. 2026": a civil date in words. */
export function dateText(date: LocalDate, language: Language): string {
  return DATE_FORMATS[language].format(new Date(`${date}T12:00:00Z`)).replace(/^(\w{3}),/, '$1');
}

/** Whose day off it is: in a union all that have it. */
const whose = ({ region = '', regions = [region] }: Reason): string => regions.join(', ');

type Say = (reason: Reason, day: string, time: string, event: string) => string;

const ENGLISH: Readonly<Record<Reason['code'], Say>> = {
  anchor: (_, day, time, event) => `${day}, ${time}: ${event}, day 0`,
  anchor_projected: (_, day, __, event) => `${day}: the latest day for "${event}", day 0`,
  anchor_rolled: (_, day) => `${day}: the next working day, taken as day 0`,
  elapsed: ({ n }) => `${n} ${n === 1 ? 'hour' : 'hours'}, nights, weekends and holidays included`,
  period: (reason, day) =>
    reason.n === 0
      ? `at once: by the end of ${day}`
      : `${lengthText(reason, 'en')} ${reason.n === 1 ? 'ends' : 'end'} on ${day}`,
  extended: (reason, day) =>
    `extended on ${day} by ${lengthText(reason, 'en')}; it was due ${dateText(reason.from ?? reason.date, 'en')}`,
  counted: ({ n }, day) => `${day}: working day ${n}`,
  weekend: (_, day) => `${day} not counted: weekend`,
  not_working: (_, day) => `${day} not counted: no working day in this calendar`,
  holiday: (reason, day) => `${day} not counted: ${reason.name} (${whose(reason)})`,
  end_rolled: (_, day) => `moved on to ${day}, the next working day`,
  set: (_, day, time) => `${day}, ${time}: date set by the ombudsman, no period to count`,
  due: (_, day, time) => `due ${day}, ${time}`,
};

const GERMAN: Readonly<Record<Reason['code'], Say>> = {
  anchor: (_, day, time, event) => `${day}, ${time}: ${event}, Tag 0`,
  anchor_projected: (_, day, __, event) => `${day}: spätester Tag für „${event}“, Tag 0`,
  anchor_rolled: (_, day) => `${day}: nächster Arbeitstag, zählt als Tag 0`,
  elapsed: ({ n }) =>
    `${n} ${n === 1 ? 'Stunde' : 'Stunden'}, Nächte, Wochenenden und Feiertage eingeschlossen`,
  period: (reason, day) =>
    reason.n === 0
      ? `sofort: bis zum Ende des Tages, ${day}`
      : `${lengthText(reason, 'de')} ${reason.n === 1 ? 'endet' : 'enden'} am ${day}`,
  extended: (reason, day) =>
    `verlängert am ${day} um ${lengthText(reason, 'de')}; vorher fällig ${dateText(reason.from ?? reason.date, 'de')}`,
  counted: ({ n }, day) => `${day}: ${n}. Arbeitstag`,
  weekend: (_, day) => `${day} zählt nicht: Wochenende`,
  not_working: (_, day) => `${day} zählt nicht: kein Arbeitstag in diesem Kalender`,
  holiday: (reason, day) => `${day} zählt nicht: ${reason.names?.de ?? reason.name} (${whose(reason)})`,
  end_rolled: (_, day) => `verschoben auf ${day}, den nächsten Arbeitstag`,
  set: (_, day, time) => `${day}, ${time}: Termin der Schlichtungsstelle eingetragen, ohne Zählung`,
  due: (_, day, time) => `fällig ${day}, ${time}`,
};

const SAY = { en: ENGLISH, de: GERMAN };

/** The time of a reason in the policy's zone; the end of a day as 24:00, which belongs to the day that ends. */
function timeText({ at, date }: Reason, zone: string): string {
  if (at === undefined) return '';
  return localDateAt(at, zone) === date ? localTimeAt(at, zone) : '24:00';
}

/** A reason in words: "Fri 3 Apr 2026 not counted: Good Friday (GB-ENG)". */
export function reasonText(reason: Reason, language: Language, zone: string): string {
  const event = reason.event ? ANCHOR_TEXTS[language][reason.event] : '';
  return SAY[language][reason.code](reason, dateText(reason.date, language), timeText(reason, zone), event);
}
