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
  /** `doctor`: the ticket on which an ordinary agent has tried to record a complaint. */
  readonly triedOn: number | undefined;
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
  --tried-on 42   with doctor: the ticket on which an ordinary agent has recorded a test complaint
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
  'tried-on': { type: 'string' },
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

interface Values {
  readonly command: (typeof COMMANDS)[number];
  readonly force: readonly string[];
  readonly triedOn: string | undefined;
  readonly language: Language | undefined;
  /** The language as it was typed. */
  readonly asked: string | undefined;
}

function wrongValue({ command, force, triedOn, language, asked }: Values): string | undefined {
  if (triedOn !== undefined && (command !== 'doctor' || !/^[1-9]\d*$/u.test(triedOn)))
    return '--tried-on belongs to doctor, and takes the number of a ticket.';
  const unknown = force.find((name) => !isForceable(name));
  if (unknown !== undefined) return `--force ${unknown}: no object of ours has words of that name.`;
  return asked !== undefined && !language ? `--language is one of ${LANGUAGES.join(', ')}.` : undefined;
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
  const { force = [], 'tried-on': triedOn } = values;
  const language = LANGUAGES.find((known) => known === values.language);
  const wrong = wrongValue({ command, force, triedOn, language, asked: values.language });
  if (wrong !== undefined) return refuse(wrong);
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
      triedOn: triedOn === undefined ? undefined : Number(triedOn),
      language,
    },
  };
}
