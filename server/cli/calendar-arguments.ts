import { parseArgs } from 'node:util';
import type { Language } from '../../domain/reason-text.ts';

export interface CalendarArguments {
  readonly regions: readonly string[];
  readonly year: number;
  readonly language: Language;
  readonly json: boolean;
}

export type ReadArguments =
  | { readonly ok: true; readonly value: CalendarArguments }
  | { readonly ok: false; readonly message: string };

/** Beyond, the laws on public holidays are anybody's guess. */
const YEARS = { from: 1990, until: 2100 };

export const USAGE = `npm run -s calendar -- --region GB-NIR --year 2026

  --region GB-NIR  whose public holidays; more than one make a union
  --year 2026      from ${YEARS.from} to ${YEARS.until}
  --lang de        names and weekdays in English (en) or German (de)
  --json           print one line of JSON`;

const OPTIONS = {
  region: { type: 'string', multiple: true },
  year: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
} as const;

const refuse = (message: string): ReadArguments => ({ ok: false, message: `${message}\n\n${USAGE}` });

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param argv what follows the script's name on the command line */
export function readArguments(argv: readonly string[]): ReadArguments {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return refuse(parsed);
  const { region = [], year = '', lang, json } = parsed.values;
  if (region.length === 0) return refuse('Say whose public holidays: --region GB-ENG, --region DE-NW ...');
  if (!/^\d{4}$/.test(year) || Number(year) < YEARS.from || Number(year) > YEARS.until)
    return refuse(`Say a year from ${YEARS.from} to ${YEARS.until}: --year 2026`);
  if (lang !== 'en' && lang !== 'de') return refuse(`--lang is en or de, not "${lang}".`);
  return { ok: true, value: { regions: [...new Set(region)], year: Number(year), language: lang, json } };
}
