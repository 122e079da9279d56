import type { Offset, OffsetUnit } from '../../../../domain/offset.ts';
import type { Language } from '../language.ts';

type Words = Readonly<Record<OffsetUnit, readonly [one: string, many: string]>>;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    hours: ['hour', 'hours'],
    days: ['day', 'days'],
    working_days: ['working day', 'working days'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
  },
  // Dative, as after "innerhalb von". "Arbeitstag", not "Werktag": the latter legally includes Saturday.
  de: {
    hours: ['Stunde', 'Stunden'],
    days: ['Tag', 'Tagen'],
    working_days: ['Arbeitstag', 'Arbeitstagen'],
    weeks: ['Woche', 'Wochen'],
    months: ['Monat', 'Monaten'],
  },
  es: {
    hours: ['hora', 'horas'],
    days: ['día', 'días'],
    working_days: ['día laborable', 'días laborables'],
    weeks: ['semana', 'semanas'],
    months: ['mes', 'meses'],
  },
  // "Jour ouvré", not "jour ouvrable": the latter legally includes Saturday.
  fr: {
    hours: ['heure', 'heures'],
    days: ['jour', 'jours'],
    working_days: ['jour ouvré', 'jours ouvrés'],
    weeks: ['semaine', 'semaines'],
    months: ['mois', 'mois'],
  },
  // "Uur" has no plural after a number.
  nl: {
    hours: ['uur', 'uur'],
    days: ['dag', 'dagen'],
    working_days: ['werkdag', 'werkdagen'],
    weeks: ['week', 'weken'],
    months: ['maand', 'maanden'],
  },
};

/** "3 working days", "3 Arbeitstagen". */
export function offsetWords({ amount, unit }: Offset, language: Language): string {
  const [one, many] = WORDS[language][unit];
  return `${amount} ${amount === 1 ? one : many}`;
}
