import { OPTION_PREFIX } from '../../../domain/terms.ts';
import type { Localized } from './language.ts';
import { optionNames, titled } from './titles/index.ts';

/** One choice of a drop-down. Its value is also a tag of the ticket, and no other field may use the same one. */
export interface OptionDefinition {
  readonly value: string;
  readonly name: Localized;
}

/** The options of a drop-down, by their names without the prefix that makes tags of them. */
export function options(field: keyof typeof OPTION_PREFIX): OptionDefinition[] {
  return optionNames(field).map((name) => ({
    value: OPTION_PREFIX[field] + name,
    name: titled(({ options: { [field]: names } }) => optionTitle(names, name)),
  }));
}

const optionTitle = (names: Readonly<Record<string, string>>, name: string): string => names[name] ?? name;
