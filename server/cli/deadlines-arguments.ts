import { parseArgs } from 'node:util';
import type { Language } from '../../domain/reason-text.ts';
import { UsageError } from '../command/usage-error.ts';

export interface DeadlinesArguments {
  /** The name of a shipped policy, a file, or a folder of policies. */
  readonly policy: string;
  /** `kind=time` with further fields, as they were typed. */
  readonly events: readonly string[];
  readonly flags: readonly string[];
  readonly channel: string | undefined;
  readonly brandId: number | null;
  readonly formId: number | null;
  readonly now: string | undefined;
  readonly language: Language;
  readonly json: boolean;
}

export const USAGE = `npm run -s deadlines -- --policy ask4 --event received=2026-04-01T15:00+01:00

  --policy ask4          a policy of policies/ or policies/examples/, or a file, or a folder of policies
  --event received=TIME  what happened, as often as needed: received, acknowledged, updated, responded,
                         appealed, deadlock, closed ..., and first_made=TIME where the complaint was first
                         made earlier and by another way; fields follow after commas:
                         "extended=TIME,duty=update,within=2 working days,reason=engineer needed"
  --flag data_protection what sets the complaint apart, by the policy's names; may be repeated
  --channel email        by which way it came, by the policy's names; "other" where left out
  --brand 12, --form 34  which tickets it is about, where several policies are there to choose from
  --now TIME             as of when the states are; this moment, or the last event, where left out
  --lang de              in English (en) or German (de)
  --json                 print one line of JSON

  TIME  2026-04-01T15:00+01:00 or ...Z; without an offset it is read in the policy's time zone.
        A date alone means the start of that day, where no duty in hours needs to know more.`;

const OPTIONS = {
  policy: { type: 'string' },
  event: { type: 'string', multiple: true },
  flag: { type: 'string', multiple: true },
  channel: { type: 'string' },
  brand: { type: 'string' },
  form: { type: 'string' },
  now: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const REPEATABLE = new Set(['event', 'flag']);

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, tokens: true });
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`, { cause });
  }
}

function once(names: readonly string[]): void {
  const twice = names.find((name, index) => !REPEATABLE.has(name) && names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`--${twice} is there twice: say it once`);
}

function readId(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError(`--${option} is the number of a Zendesk ${option}, not "${text}"`);
  return Number(text);
}

function readLanguage(text: string): Language {
  if (text === 'en' || text === 'de') return text;
  throw new UsageError(`--lang is en or de, not "${text}"`);
}

/** @param argv what follows the script's name on the command line. @throws UsageError */
export function readArguments(argv: readonly string[]): DeadlinesArguments {
  const { values, tokens } = parse(argv);
  once(tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : [])));
  const { policy, event: events = [], flag: flags = [], channel, brand, form, now, lang = 'en' } = values;
  if (values.help) throw new UsageError(USAGE);
  if (policy === undefined) throw new UsageError(`Say by which policy: --policy ask4\n\n${USAGE}`);
  const twice = flags.find((flag, index) => flags.indexOf(flag) < index);
  if (twice !== undefined) throw new UsageError(`--flag ${twice} is there twice: say it once`);
  return {
    policy,
    events,
    flags,
    channel,
    brandId: readId('brand', brand),
    formId: readId('form', form),
    now,
    language: readLanguage(lang),
    json: values.json ?? false,
  };
}
