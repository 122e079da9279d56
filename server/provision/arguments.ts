import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from './definition/language.ts';

export interface ProvisionArguments {
  readonly command: 'plan' | 'apply';
  /** Apply without asking. */
  readonly yes: boolean;
  readonly json: boolean;
  readonly resetTexts: boolean;
  /** The language of titles; the provisioning user's where left out. */
  readonly language: Language | undefined;
}

export type ReadArguments =
  | { readonly ok: true; readonly value: ProvisionArguments }
  | { readonly ok: false; readonly message: string };

export const USAGE = `npm run provision -- plan    show what is missing in the account or differs; changes nothing
npm run provision -- apply   show it and put it right

  --yes           apply without asking
  --json          print one line of JSON
  --language de   titles of new objects in English (en), German (de), Spanish (es), French (fr) or Dutch (nl)
  --reset-texts   put our letters back, also where they were edited in the account`;

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'reset-texts': { type: 'boolean', default: false },
  language: { type: 'string' },
} as const;

const refuse = (message: string): ReadArguments => ({ ok: false, message: `${message}\n\n${USAGE}` });

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @param argv what follows the script's name on the command line */
export function readArguments(argv: readonly string[]): ReadArguments {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return refuse(parsed);
  const { values, positionals } = parsed;
  const [command, ...more] = positionals;
  if ((command !== 'plan' && command !== 'apply') || more.length > 0) return refuse('Say plan or apply.');
  const language = LANGUAGES.find((known) => known === values.language);
  if (values.language !== undefined && !language)
    return refuse(`--language is one of ${LANGUAGES.join(', ')}.`);
  return {
    ok: true,
    value: { command, yes: values.yes, json: values.json, resetTexts: values['reset-texts'], language },
  };
}
