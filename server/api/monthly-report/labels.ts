import { OPTION_PREFIX } from '../../../domain/terms.ts';
import { options } from '../../provision/definition/field-parts.ts';
import type { ReportLanguage } from './languages.ts';

/** An option's name as agents read it in the account; what the account has added has only its tag's name. */
export function labelOf(field: keyof typeof OPTION_PREFIX, name: string, language: ReportLanguage): string {
  const known = options(field).find(({ value }) => value === OPTION_PREFIX[field] + name);
  return known?.name[language] ?? name.replaceAll('_', ' ');
}
