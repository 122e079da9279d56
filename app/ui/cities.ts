import type { Language, LanguageCode } from './language.ts';

type Names = Readonly<Partial<Record<LanguageCode, string>>>;

/** What languages call the cities of zones otherwise than the zone itself does; browsers have no names for them. */
const CITIES: Readonly<Record<string, Names>> = {
  'Europe/Amsterdam': { es: 'Ámsterdam' },
  'Europe/Berlin': { es: 'Berlín', nl: 'Berlijn' },
  'Europe/Brussels': { de: 'Brüssel', es: 'Bruselas', fr: 'Bruxelles', nl: 'Brussel' },
  'Europe/Dublin': { es: 'Dublín' },
  'Europe/Lisbon': { de: 'Lissabon', es: 'Lisboa', fr: 'Lisbonne', nl: 'Lissabon' },
  'Europe/London': { es: 'Londres', fr: 'Londres', nl: 'Londen' },
  'Europe/Luxembourg': { de: 'Luxemburg', es: 'Luxemburgo', nl: 'Luxemburg' },
  'Europe/Paris': { es: 'París', nl: 'Parijs' },
  'Europe/Vienna': { de: 'Wien', es: 'Viena', fr: 'Vienne', nl: 'Wenen' },
  'Europe/Zurich': { de: 'Zürich', es: 'Zúrich', nl: 'Zürich' },
};

/** "London" for Europe/London, "Londres" in French: enough to tell whose midnight is meant. */
export function cityName(zone: string, { code }: Pick<Language, 'code'>): string {
  return CITIES[zone]?.[code] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
