import { parseArgs } from 'node:util';
import { isForceable } from './definition/force.ts';
import { LANGUAGES, type Language } from './definition/language.ts';

export interface ProvisionArguments {
  readonly command: 'plan' | 'apply' | 'remove' | 'doctor';
  /** Apply without asking. */
  readonly yes: boolean;
  readonly json: boolean;
  /** `remove`: only list what would be removed. */
  readonly planOnly: boolean;
  /** `remove`: delete fields and forms too, and what tickets hold in them. */
  readonly withFields: boolean;
  /** What to put back as we have it, such as `text:acknowledgement`, however it was edited. */
  readonly force: readonly string[];
  readonly resetTexts: boolean;
  /** The language of titles; the provisioning user's where left out. */
  readonly language: Language | undefined;
}

export type ReadArguments =
  | { readonly ok: true; readonly value: ProvisionArguments }
  | { readonly ok: false; readonly message: string };

export const USAGE = `npm run provision -- plan    show what is missing in the account or differs; changes nothing
npm run provision -- apply   show it and put it right
npm run provision -- remove  take out of the account what is ours; tickets keep their data
npm run provision -- doctor  check an installation that is at work; changes nothing but a test ticket of its own

  --yes           apply or remove without asking
  --json          print one line of JSON
  --language de   titles of new objects in English (en), German (de), Spanish (es), French (fr) or Dutch (nl)
  --force NAME    put one object's words back as we have them, though they were edited in the account: kind and key
                  as in --json, such as text:acknowledgement, macro:extension or view:today; may be repeated
  --reset-texts   the same for all letters
  --plan          with remove: only list what would be removed
  --with-fields   with remove: delete fields and forms too, with all that they hold on tickets`;

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  plan: { type: 'boolean', default: false },
  'with-fields': { type: 'boolean', default: false },
  'reset-texts': { type: 'boolean', default: false },
  force: { type: 'string', multiple: true },
  language: { type: 'string' },
} as const;

const refuse = (message: string): ReadArguments => ({ ok: false, message: `${message}\n\n${USAGE}` });

const COMMANDS = ['plan', 'apply', 'remove', 'doctor'] as const;
const isCommand = (text: string | undefined): text is (typeof COMMANDS)[number] =>
  COMMANDS.some((command) => command === text);

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
  if (!isCommand(command) || more.length > 0) return refuse('Say plan, apply, remove or doctor.');
  if (command !== 'remove' && (values.plan || values['with-fields']))
    return refuse('--plan and --with-fields belong to remove.');
  const { force = [] } = values;
  const unknown = force.find((name) => !isForceable(name));
  if (unknown !== undefined) return refuse(`--force ${unknown}: no object of ours has words of that name.`);
  const language = LANGUAGES.find((known) => known === values.language);
  if (values.language !== undefined && !language)
    return refuse(`--language is one of ${LANGUAGES.join(', ')}.`);
  return {
    ok: true,
    value: {
      command,
      yes: values.yes,
      json: values.json,
      planOnly: values.plan,
      withFields: values['with-fields'],
      force,
      resetTexts: values['reset-texts'],
      language,
    },
  };
}
