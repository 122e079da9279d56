import type { Language, LanguageCode } from './language.ts';

type Names = Readonly<Record<LanguageCode, string>>;

/** The same in every language. */
const same = (name: string): Names => ({ en: name, de: name, es: name, fr: name, nl: name });

/**
 * Parts of countries with public holidays of their own, which browsers have no names for, by ISO 3166-2. `GB-EAW` and
 * `GB-ENW` are both in use for England and Wales.
 */
const PARTS: ReadonlyMap<string, Names> = new Map([
  ['GB-ENG', { en: 'England', de: 'England', es: 'Inglaterra', fr: 'Angleterre', nl: 'Engeland' }],
  ['GB-WLS', { en: 'Wales', de: 'Wales', es: 'Gales', fr: 'pays de Galles', nl: 'Wales' }],
  ...['GB-EAW', 'GB-ENW'].map(
    (code) =>
      [
        code,
        {
          en: 'England and Wales',
          de: 'England und Wales',
          es: 'Inglaterra y Gales',
          fr: 'Angleterre et pays de Galles',
          nl: 'Engeland en Wales',
        },
      ] as const,
  ),
  ['GB-SCT', { en: 'Scotland', de: 'Schottland', es: 'Escocia', fr: 'Écosse', nl: 'Schotland' }],
  [
    'GB-NIR',
    {
      en: 'Northern Ireland',
      de: 'Nordirland',
      es: 'Irlanda del Norte',
      fr: 'Irlande du Nord',
      nl: 'Noord-Ierland',
    },
  ],
  ['DE-BB', { ...same('Brandenburg'), es: 'Brandeburgo', fr: 'Brandebourg' }],
  ['DE-BE', { ...same('Berlin'), es: 'Berlín', nl: 'Berlijn' }],
  ['DE-BW', { ...same('Baden-Württemberg'), fr: 'Bade-Wurtemberg' }],
  ['DE-BY', { en: 'Bavaria', de: 'Bayern', es: 'Baviera', fr: 'Bavière', nl: 'Beieren' }],
  ['DE-HB', { ...same('Bremen'), fr: 'Brême' }],
  ['DE-HE', { en: 'Hesse', de: 'Hessen', es: 'Hesse', fr: 'Hesse', nl: 'Hessen' }],
  ['DE-HH', { ...same('Hamburg'), es: 'Hamburgo', fr: 'Hambourg' }],
  [
    'DE-MV',
    {
      en: 'Mecklenburg-Western Pomerania',
      de: 'Mecklenburg-Vorpommern',
      es: 'Mecklemburgo-Pomerania Occidental',
      fr: 'Mecklembourg-Poméranie-Occidentale',
      nl: 'Mecklenburg-Voor-Pommeren',
    },
  ],
  [
    'DE-NI',
    { en: 'Lower Saxony', de: 'Niedersachsen', es: 'Baja Sajonia', fr: 'Basse-Saxe', nl: 'Nedersaksen' },
  ],
  [
    'DE-NW',
    {
      en: 'North Rhine-Westphalia',
      de: 'Nordrhein-Westfalen',
      es: 'Renania del Norte-Westfalia',
      fr: 'Rhénanie-du-Nord-Westphalie',
      nl: 'Noordrijn-Westfalen',
    },
  ],
  [
    'DE-RP',
    {
      en: 'Rhineland-Palatinate',
      de: 'Rheinland-Pfalz',
      es: 'Renania-Palatinado',
      fr: 'Rhénanie-Palatinat',
      nl: 'Rijnland-Palts',
    },
  ],
  ['DE-SH', { ...same('Schleswig-Holstein'), nl: 'Sleeswijk-Holstein' }],
  ['DE-SL', { en: 'Saarland', de: 'Saarland', es: 'Sarre', fr: 'Sarre', nl: 'Saarland' }],
  ['DE-SN', { en: 'Saxony', de: 'Sachsen', es: 'Sajonia', fr: 'Saxe', nl: 'Saksen' }],
  [
    'DE-ST',
    {
      en: 'Saxony-Anhalt',
      de: 'Sachsen-Anhalt',
      es: 'Sajonia-Anhalt',
      fr: 'Saxe-Anhalt',
      nl: 'Saksen-Anhalt',
    },
  ],
  ['DE-TH', { en: 'Thuringia', de: 'Thüringen', es: 'Turingia', fr: 'Thuringe', nl: 'Thüringen' }],
]);

/** A region of a policy in the reader's words; the code itself where nobody knows a name for it. */
function regionName(code: string, { code: language, tag }: Language): string {
  const part = PARTS.get(code);
  if (part) return part[language];
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** The regions that have a holiday, as a list in words: "England and Scotland". */
export function regionNames(codes: readonly string[], language: Language): string {
  const names = [...new Set(codes.map((code) => regionName(code, language)))];
  return new Intl.ListFormat(language.tag, { type: 'conjunction' }).format(names);
}
