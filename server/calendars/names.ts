import type { LibraryDay } from './library.ts';

/**
 * Names that the library lacks or that people don't use, by country and by the library's English name. Where a language
 * is left out the library's name stays.
 */
export interface BetterName {
  readonly en?: string;
  readonly de?: string;
  readonly es?: string;
  readonly fr?: string;
  readonly nl?: string;
}

export const BETTER_NAMES: Readonly<Record<string, Readonly<Record<string, BetterName>>>> = {
  // English: as listed on https://www.gov.uk/bank-holidays.
  GB: {
    'Christmas Day': { de: '1. Weihnachtstag' },
    'Early May bank holiday': {
      de: 'Bankfeiertag Anfang Mai',
      es: 'Festivo de principios de mayo',
      fr: 'Jour férié de début mai',
      nl: 'Vrije dag begin mei',
    },
    'Early May bank holiday (VE day)': {
      de: 'Bankfeiertag Anfang Mai (75. Jahrestag des Kriegsendes)',
      es: 'Festivo de principios de mayo (75.º aniversario del fin de la guerra)',
      fr: 'Jour férié de début mai (75e anniversaire de la fin de la guerre)',
      nl: 'Vrije dag begin mei (75 jaar na het einde van de oorlog)',
    },
    'Spring bank holiday': {
      de: 'Bankfeiertag im Frühjahr',
      es: 'Festivo de primavera',
      fr: 'Jour férié de printemps',
      nl: 'Vrije dag in het voorjaar',
    },
    'Summer bank holiday': {
      de: 'Bankfeiertag im Sommer',
      es: 'Festivo de verano',
      fr: 'Jour férié d’été',
      nl: 'Vrije dag in de zomer',
    },
    'January 2nd': {
      en: '2nd January',
      de: '2. Januar',
      es: '2 de enero',
      fr: '2 janvier',
      nl: '2 januari',
    },
    'St Andrew’s Day': { de: 'Andreastag', es: 'San Andrés', fr: 'Saint-André', nl: 'Sint-Andreas' },
    'St Patrick’s Day': {
      de: 'St.-Patricks-Tag',
      es: 'San Patricio',
      fr: 'Saint-Patrick',
      nl: 'Sint-Patrick',
    },
    'Battle of the Boyne (Orangemen’s Day)': { de: 'Schlacht am Boyne (Oraniertag)' },
    'Queen’s Diamond Jubilee': { de: '60. Thronjubiläum der Königin' },
    'Queen’s Platinum Jubilee': { en: 'Platinum Jubilee bank holiday', de: '70. Thronjubiläum der Königin' },
    "Queen Elizabeth's Funeral Day": {
      en: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
      de: 'Staatsbegräbnis von Königin Elisabeth II.',
    },
    "King Charles III's Coronation": {
      en: 'Bank holiday for the coronation of King Charles III',
      de: 'Krönung von König Charles III.',
    },
  },
  // As listed on citizensinformation.ie.
  IE: {
    'Christmas Day': { de: '1. Weihnachtstag' },
    'St. Brigid’s Day': {
      de: 'St.-Brigids-Tag',
      es: 'Santa Brígida',
      fr: 'Sainte-Brigitte',
      nl: 'Sint-Brigida',
    },
    'St. Patrick’s Day': {
      de: 'St.-Patricks-Tag',
      es: 'San Patricio',
      fr: 'Saint-Patrick',
      nl: 'Sint-Patrick',
    },
    'St. Stephen’s Day': { de: 'Stephanstag' },
    'First Monday in May': {
      en: 'May Day (first Monday in May)',
      de: 'Erster Montag im Mai',
      es: 'Primer lunes de mayo',
      fr: 'Premier lundi de mai',
      nl: 'Eerste maandag van mei',
    },
    'First Monday in June': {
      en: 'June bank holiday',
      de: 'Erster Montag im Juni',
      es: 'Primer lunes de junio',
      fr: 'Premier lundi de juin',
      nl: 'Eerste maandag van juni',
    },
    'First Monday in August': {
      en: 'August bank holiday',
      de: 'Erster Montag im August',
      es: 'Primer lunes de agosto',
      fr: 'Premier lundi d’août',
      nl: 'Eerste maandag van augustus',
    },
    'Last Monday in October': {
      en: 'October bank holiday',
      de: 'Letzter Montag im Oktober',
      es: 'Último lunes de octubre',
      fr: 'Dernier lundi d’octobre',
      nl: 'Laatste maandag van oktober',
    },
  },
  // German: as in the Länder's laws on public holidays.
  DE: {
    'Boxing Day': { en: 'Second Day of Christmas' },
    'Labour Day': { de: 'Tag der Arbeit' },
    'National Holiday': {
      en: 'Day of German Unity',
      es: 'Día de la Unidad Alemana',
      fr: 'Jour de l’Unité allemande',
      nl: 'Dag van de Duitse Eenheid',
    },
    Pentecost: { en: 'Whit Sunday' },
    "International Children's Day": { en: "World Children's Day" },
    'Day of Prayer and Repentance': { en: 'Day of Repentance and Prayer' },
  },
};

/**
 * Names that the library has wrong or that people don't use, wherever the day is kept, by the library's English name.
 * They give way to those of the country.
 */
const ANYWHERE: Readonly<Record<string, BetterName>> = {
  'Ascension Day': { es: 'La Ascensión', nl: 'Hemelvaartsdag' },
  'Christmas Day': { nl: 'Eerste kerstdag' },
  'Corpus Christi': { fr: 'Fête-Dieu' },
  Epiphany: { fr: 'Épiphanie' },
};

/** The name in English and German, and in what other languages there is one. */
export function betterNames(
  region: string,
  { english, german, others }: Pick<LibraryDay, 'english' | 'german' | 'others'>,
): { readonly en: string; readonly de: string } & Readonly<Record<string, string>> {
  const [country = ''] = region.split('-');
  return {
    en: english,
    de: german,
    ...others,
    ...ANYWHERE[english],
    ...BETTER_NAMES[country]?.[english],
  };
}
