import { UK_NATIONS } from './regions.ts';

interface Sourced {
  /** Each with its parts: `DE` is every Land, `DE-BY` also DE-BY-KATH. */
  readonly regions: readonly string[];
  /** Shown to people as where the day is known from. */
  readonly source: string;
  /** When it became known, where that is known. */
  readonly announced?: string;
}

/** In every language that the app speaks. */
type DayName = Readonly<Record<'en' | 'de' | 'es' | 'fr' | 'nl', string>>;

/** Days that the library lacks. */
export interface AddedDays extends Sourced {
  readonly change: 'add';
  readonly dates: readonly string[];
  readonly name: DayName;
}

/** Days that the library has, but that are no public holidays. */
export interface RemovedDays extends Sourced {
  readonly change: 'remove';
  readonly dates: readonly string[];
}

/** A holiday that the library has in years before it was one. */
export interface NotBefore extends Sourced {
  readonly change: 'not_before';
  /** The library's English name. */
  readonly named: string;
  readonly year: number;
}

const SPRING: DayName = {
  en: 'Spring bank holiday',
  de: 'Bankfeiertag im Frühjahr',
  es: 'Festivo de primavera',
  fr: 'Jour férié de printemps',
  nl: 'Vrije dag in het voorjaar',
};

export type Correction = AddedDays | RemovedDays | NotBefore;

/**
 * What the library (date-holidays 3.37.0, looked through in November 2026) lacks or has wrong. A test fails as soon as
 * the library has caught up with one of them, so that it can be deleted. For a holiday announced late, add it here.
 */
export const CORRECTIONS: readonly Correction[] = [
  {
    change: 'add',
    regions: ['GB-SCT'],
    dates: ['2026-06-15'],
    name: {
      en: 'World Cup bank holiday',
      de: 'Bankfeiertag zur Fußball-Weltmeisterschaft',
      es: 'Festivo por el Mundial de fútbol',
      fr: 'Jour férié pour la Coupe du monde de football',
      nl: 'Vrije dag voor het WK voetbal',
    },
    source:
      'Royal Proclamation of 3 February 2026, https://www.gov.scot/news/world-cup-bank-holiday-confirmed/',
    announced: '2026-02-03',
  },
  {
    change: 'add',
    regions: ['IE'],
    dates: ['2022-03-18'],
    name: {
      en: 'Day of Remembrance and Recognition',
      de: 'Tag des Gedenkens und der Anerkennung',
      es: 'Día del Recuerdo y del Reconocimiento',
      fr: 'Journée du souvenir et de la reconnaissance',
      nl: 'Dag van herdenking en erkenning',
    },
    source: 'one-off public holiday, announced by the Irish government on 19 January 2022',
    announced: '2022-01-19',
  },
  {
    change: 'remove',
    regions: UK_NATIONS,
    dates: ['2012-05-28'],
    source: 'moved to 4 June 2012 for the Diamond Jubilee, https://www.gov.uk/bank-holidays',
  },
  {
    change: 'add',
    regions: UK_NATIONS,
    dates: ['2012-06-04'],
    name: SPRING,
    source: 'moved from 28 May 2012 for the Diamond Jubilee, https://www.gov.uk/bank-holidays',
  },
  {
    change: 'add',
    regions: UK_NATIONS,
    dates: ['2011-04-29'],
    name: {
      en: 'Wedding of Prince William and Catherine Middleton',
      de: 'Hochzeit von Prinz William',
      es: 'Boda del príncipe Guillermo',
      fr: 'Mariage du prince William',
      nl: 'Huwelijk van prins William',
    },
    source: 'one-off bank holiday in the whole United Kingdom, announced on 23 November 2010',
    announced: '2010-11-23',
  },
  {
    change: 'not_before',
    regions: ['GB-SCT'],
    named: 'St Andrew’s Day',
    year: 2007,
    source: "St Andrew's Day Bank Holiday (Scotland) Act 2007",
  },
  {
    change: 'remove',
    regions: UK_NATIONS,
    dates: ['2002-05-27'],
    source: 'moved to 4 June 2002 for the Golden Jubilee',
  },
  {
    change: 'add',
    regions: UK_NATIONS,
    dates: ['2002-06-03'],
    name: {
      en: 'Golden Jubilee bank holiday',
      de: '50. Thronjubiläum der Königin',
      es: 'Jubileo de oro de la reina',
      fr: 'Jubilé d’or de la reine',
      nl: 'Gouden jubileum van de koningin',
    },
    source: 'one-off bank holiday for the Golden Jubilee of 2002',
  },
  {
    change: 'add',
    regions: UK_NATIONS,
    dates: ['2002-06-04'],
    name: SPRING,
    source: 'moved from 27 May 2002 for the Golden Jubilee',
  },
  {
    change: 'add',
    regions: [...UK_NATIONS, 'IE'],
    dates: ['1999-12-31'],
    name: {
      en: 'Millennium bank holiday',
      de: 'Feiertag zur Jahrtausendwende',
      es: 'Festivo por el cambio de milenio',
      fr: 'Jour férié du passage à l’an 2000',
      nl: 'Vrije dag voor de millenniumwisseling',
    },
    source: 'one-off holiday for the millennium in the United Kingdom and in Ireland',
  },
  {
    change: 'remove',
    regions: UK_NATIONS,
    dates: ['1995-05-01'],
    source: 'moved to 8 May 1995, fifty years after VE Day',
  },
  {
    change: 'add',
    regions: UK_NATIONS,
    dates: ['1995-05-08'],
    name: {
      en: 'Early May bank holiday (VE day)',
      de: 'Bankfeiertag Anfang Mai (50. Jahrestag des Kriegsendes)',
      es: 'Festivo de principios de mayo (50.º aniversario del fin de la guerra)',
      fr: 'Jour férié de début mai (50e anniversaire de la fin de la guerre)',
      nl: 'Vrije dag begin mei (50 jaar na het einde van de oorlog)',
    },
    source: 'moved from 1 May 1995, fifty years after VE Day',
  },
  {
    change: 'not_before',
    regions: ['IE'],
    named: 'First Monday in May',
    year: 1994,
    source: 'a public holiday since 1994, https://www.citizensinformation.ie',
  },
  {
    change: 'add',
    regions: ['DE'],
    dates: ['1990-11-21', '1991-11-20', '1992-11-18', '1993-11-17', '1994-11-16'],
    name: {
      en: 'Day of Repentance and Prayer',
      de: 'Buß- und Bettag',
      es: 'Día de Penitencia y Oración',
      fr: 'Jour de pénitence et de prière',
      nl: 'Boete- en biddag',
    },
    source:
      'a public holiday everywhere in Germany until 1994, given up for the long-term care insurance (PflegeVG)',
  },
];
