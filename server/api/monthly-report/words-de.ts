import { readOffset } from '../../../domain/offset.ts';
import { durationIn } from './duration.ts';
import type { ReportWords } from './words.ts';

const UNITS = {
  hours: ['Stunde', 'Stunden'],
  days: ['Tag', 'Tage'],
  working_days: ['Arbeitstag', 'Arbeitstage'],
  weeks: ['Woche', 'Wochen'],
  months: ['Monat', 'Monate'],
} as const;

function promise(text: string): string {
  const offset = readOffset(text);
  if (!offset) return text;
  const [one, more] = UNITS[offset.unit];
  return `${offset.amount} ${offset.amount === 1 ? one : more}`;
}

export const GERMAN: ReportWords = {
  title: (month) => `Beschwerden im ${month}`,
  made: (time) => `Erstellt am ${time}.`,
  onlySome: (filters) => `Nur ein Teil der Beschwerden ist gezählt: ${filters}.`,
  filters: {
    brand: 'Marke',
    organization: 'Organisation',
    category: 'Ursache',
    channel: 'Weg',
    policy: 'Richtlinie',
  },
  nothing: 'Keine.',
  month: 'Monat',
  promises: {
    heading: 'Gehaltene Zusagen',
    caption: 'Zusagen, die im Monat fällig waren',
    promise: 'Zusage',
    onTime: 'Pünktlich',
    late: 'Verspätet',
    overdue: 'Noch offen',
    share: 'Anteil pünktlich',
    previous: 'Vormonat',
    history: 'Zwölf Monate',
    median: 'Die Hälfte in',
    p90: '9 von 10 in',
    limit: 'Frist',
  },
  duties: {
    acknowledgement: 'Eingangsbestätigung',
    update: 'Zwischenstand',
    response: 'Abschließende Antwort',
    adr_letter: 'Mitteilung zur Streitbeilegung',
    data_protection_response: 'Auskunft zu personenbezogenen Daten',
    case_file: 'Fallakte',
  },
  ombudsman: 'Termin der Schlichtungsstelle',
  late: {
    caption: 'Verspätet und noch offen, nach Grund',
    reason: 'Grund',
    count: 'Zusagen',
    none: 'Kein Grund angegeben',
    nothing: 'Nichts war verspätet.',
  },
  handlers: { caption: 'Nach zuständiger Person (Zendesk-Benutzer)', handler: 'Zuständig' },
  causes: {
    heading: 'Warum sich Kundinnen und Kunden beschweren',
    caption: 'Im Monat eingegangene Beschwerden nach Ursache',
    cause: 'Ursache',
    count: 'Beschwerden',
    previous: 'Vormonat',
    range: 'Üblicher Bereich',
    signal: 'Hinweis',
    above: 'Über dem üblichen Bereich',
    below: 'Unter dem üblichen Bereich',
    unknown: 'Keine Ursache gewählt',
    chart: 'Beschwerden in zwölf Monaten',
  },
  received: (count, previous) => `${count} eingegangen, ${previous} im Vormonat.`,
  results: {
    heading: 'Was aus Beschwerden wurde',
    caption: 'Was im Monat geschah',
    figure: 'Größe',
    value: 'Im Monat',
    responses: 'Abschließende Antworten',
    redress: 'Wiedergutmachung',
    appeals: 'Überprüfungen',
    referred: 'An die Schlichtungsstelle gegangen',
    lessons: 'Notierte Erkenntnisse',
    decision: 'Von der Schlichtungsstelle entschieden',
    settled: 'Geeinigt',
    satisfied: 'Nach dem Abschluss zufrieden',
  },
  satisfied: (good, answers) => `${good} von ${answers} Antworten`,
  actions: {
    heading: 'Maßnahmen',
    caption: 'Was gegen Ursachen getan wird',
    cause: 'Ursache',
    what: 'Maßnahme',
    owner: 'Zuständig (Zendesk-Benutzer)',
    due: 'Fällig',
    done: 'Erledigt',
    before: 'Je Monat vorher',
    after: 'Je Monat nachher',
    effect: 'Ist die Ursache zurückgegangen?',
    fell: 'Ja, mehr als durch Zufall',
    notFallen: 'Nicht mehr als durch Zufall',
    tooEarly: 'Noch nicht zu sagen',
    open: 'Offen',
  },
  definitions: {
    heading: 'Begriffe',
    all: [
      [
        'Pünktlich',
        'getan bis zu der Frist, die beim Fall steht. Zusagen, die niemand mehr halten muss, sind nicht gezählt.',
      ],
      [
        'Monat',
        'bei Zusagen der Monat der Fälligkeit, bei Beschwerden der des Eingangs, bei allem anderen der, in dem es geschah.',
      ],
      ['Noch offen', 'die Frist ist vorbei, und nichts ist getan.'],
      [
        'Die Hälfte in, 9 von 10 in',
        'die Zeit von dem, wovon an eine Zusage zählt, bis sie gehalten war: die Hälfte der gehaltenen Zusagen brauchte nicht länger, neun von zehn brauchten nicht länger.',
      ],
      [
        'Frist',
        'die Zeit, die die Zusage lässt; bei Arbeitstagen und Monaten die, die die Hälfte der Zusagen ließ.',
      ],
      [
        'Üblicher Bereich',
        'Mittelwert ± 2,66 × mittlere gleitende Spannweite der bis zu elf Monate davor (XmR-Karte nach Shewhart und Wheeler), ab sechs Monaten.',
      ],
      ['Abschließende Antworten', 'Fälle, deren erste abschließende Antwort im Monat hinausging.'],
      ['Wiedergutmachung', 'was zu jedem Fall zuletzt notiert wurde, in dem Monat, in dem es notiert wurde.'],
      [
        'Nach dem Abschluss zufrieden',
        'gute Bewertungen unter den Antworten auf die Umfrage von Zendesk zu Fällen, die im Monat abgeschlossen wurden.',
      ],
      [
        'Ist die Ursache zurückgegangen?',
        'der Mittelwert von mindestens drei vollen Monaten danach liegt um mehr als 2,66 × mittlere gleitende Spannweite ÷ √Monate unter dem davor.',
      ],
    ],
  },
  duration: durationIn({ day: 'T', hour: 'Std.', minute: 'Min.' }),
  promise,
};
