import type { EventKind } from './events.ts';
import { type LocalDate, localDateAt, localTimeAt } from './local-date.ts';
import type { Reason } from './reasons.ts';

export type Language = 'en' | 'de';

const EVENTS: Readonly<Record<Language, Partial<Record<EventKind, string>>>> = {
  en: {
    received: 'received',
    acknowledged: 'acknowledged',
    updated: 'status update sent',
    responded: 'formal response sent',
  },
  de: {
    received: 'eingegangen',
    acknowledged: 'bestätigt',
    updated: 'Zwischenstand gesendet',
    responded: 'abschließend beantwortet',
  },
};

/** "Fri 3 Apr 2026", "Fr., 3. Apr. 2026": a civil date in words. */
export function dateText(date: LocalDate, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T12:00:00Z`)).replace(/^(\w{3}),/, '$1');
}

/** Whose day off it is: in a union all that have it. */
const whose = ({ region = '', regions = [region] }: Reason): string => regions.join(', ');

type Say = (reason: Reason, day: string, time: string, event: string) => string;

const ENGLISH: Readonly<Record<Reason['code'], Say>> = {
  anchor: (_, day, time, event) => `${day}, ${time}: ${event}, day 0`,
  anchor_projected: (_, day, __, event) => `${day}: the latest day for "${event}", day 0`,
  anchor_rolled: (_, day) => `${day}: the next working day, taken as day 0`,
  elapsed: ({ n }) => `${n} hours, nights, weekends and holidays included`,
  counted: ({ n }, day) => `${day}: working day ${n}`,
  weekend: (_, day) => `${day} not counted: weekend`,
  holiday: (reason, day) => `${day} not counted: ${reason.name} (${whose(reason)})`,
  end_rolled: (_, day) => `moved on to ${day}, the next working day`,
  due: (_, day, time) => `due ${day}, ${time}`,
};

const GERMAN: Readonly<Record<Reason['code'], Say>> = {
  anchor: (_, day, time, event) => `${day}, ${time}: ${event}, Tag 0`,
  anchor_projected: (_, day, __, event) => `${day}: spätester Tag für „${event}“, Tag 0`,
  anchor_rolled: (_, day) => `${day}: nächster Arbeitstag, zählt als Tag 0`,
  elapsed: ({ n }) => `${n} Stunden, Nächte, Wochenenden und Feiertage eingeschlossen`,
  counted: ({ n }, day) => `${day}: ${n}. Arbeitstag`,
  weekend: (_, day) => `${day} zählt nicht: Wochenende`,
  holiday: (reason, day) => `${day} zählt nicht: ${reason.names?.de ?? reason.name} (${whose(reason)})`,
  end_rolled: (_, day) => `verschoben auf ${day}, den nächsten Arbeitstag`,
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
  const event = reason.event ? (EVENTS[language][reason.event] ?? reason.event.replaceAll('_', ' ')) : '';
  return SAY[language][reason.code](reason, dateText(reason.date, language), timeText(reason, zone), event);
}
