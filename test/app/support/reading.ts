import type { Reading } from '../../../app/sidebar/model/status.ts';
import { createWhen } from '../../../app/ui/when.ts';
import { createCalendar } from '../../../domain/index.ts';
import { languageFor } from './languages.ts';
import { at, calendar } from './records.ts';

/** How an agent with this locale and zone reads a case at this time. */
export function reading(now: string, { locale = 'en-GB', zone = 'Europe/London' } = {}): Reading {
  const language = languageFor(locale);
  return { now: at(now), calendar: createCalendar(calendar), language, when: createWhen(language, zone) };
}

export const inGermany = { locale: 'de', zone: 'Europe/Berlin' };
