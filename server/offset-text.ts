import { readOffset } from '../domain/offset.ts';
import type { Language } from '../domain/reason-text.ts';

const GERMAN = {
  hours: ['Stunde', 'Stunden'],
  days: ['Tag', 'Tage'],
  working_days: ['Arbeitstag', 'Arbeitstage'],
  weeks: ['Woche', 'Wochen'],
  months: ['Monat', 'Monate'],
} as const;

/** A period as a policy writes it, `3 working days`, in a reader's language; what is none as it stands. */
export function offsetIn(language: Language, text: string): string {
  const offset = language === 'de' ? readOffset(text) : undefined;
  if (!offset) return text;
  const [one, more] = GERMAN[offset.unit];
  return `${offset.amount} ${offset.amount === 1 ? one : more}`;
}
