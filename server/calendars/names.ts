/**
 * Names that the library lacks or that people don't use, by country and by the library's English name. Where a language
 * is left out the library's name stays.
 */
export interface BetterName {
  readonly en?: string;
  readonly de?: string;
}

export const BETTER_NAMES: Readonly<Record<string, Readonly<Record<string, BetterName>>>> = {
  // English: as listed on https://www.gov.uk/bank-holidays.
  GB: {
    'Christmas Day': { de: '1. Weihnachtstag' },
    'Early May bank holiday': { de: 'Bankfeiertag Anfang Mai' },
    'Early May bank holiday (VE day)': { de: 'Bankfeiertag Anfang Mai (75. Jahrestag des Kriegsendes)' },
    'Spring bank holiday': { de: 'Bankfeiertag im Frühjahr' },
    'Summer bank holiday': { de: 'Bankfeiertag im Sommer' },
    'January 2nd': { en: '2nd January', de: '2. Januar' },
    'St Andrew’s Day': { de: 'Andreastag' },
    'St Patrick’s Day': { de: 'St.-Patricks-Tag' },
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
    'St. Brigid’s Day': { de: 'St.-Brigids-Tag' },
    'St. Patrick’s Day': { de: 'St.-Patricks-Tag' },
    'St. Stephen’s Day': { de: 'Stephanstag' },
    'First Monday in May': { en: 'May Day (first Monday in May)', de: 'Erster Montag im Mai' },
    'First Monday in June': { en: 'June bank holiday', de: 'Erster Montag im Juni' },
    'First Monday in August': { en: 'August bank holiday', de: 'Erster Montag im August' },
    'Last Monday in October': { en: 'October bank holiday', de: 'Letzter Montag im Oktober' },
  },
  // German: as in the Länder's laws on public holidays.
  DE: {
    'Boxing Day': { en: 'Second Day of Christmas' },
    'Labour Day': { de: 'Tag der Arbeit' },
    'National Holiday': { en: 'Day of German Unity' },
    Pentecost: { en: 'Whit Sunday' },
    "International Children's Day": { en: "World Children's Day" },
    'Day of Prayer and Repentance': { en: 'Day of Repentance and Prayer' },
  },
};

/** The name in English and German. */
export function betterName(
  region: string,
  { english, german }: { readonly english: string; readonly german: string },
): { readonly en: string; readonly de: string } {
  const [country = ''] = region.split('-');
  const better = BETTER_NAMES[country]?.[english];
  return { en: better?.en ?? english, de: better?.de ?? german };
}
