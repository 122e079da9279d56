import { parseArgs } from 'node:util';
import type { Language } from '../../domain/reason-text.ts';
import { UsageError } from '../command/usage-error.ts';

const COMMANDS = [
  'list',
  'show',
  'retry',
  'preview',
  'recompute',
  'retention',
  'file',
  'export',
  'erase',
] as const;
type Command = (typeof COMMANDS)[number];

export interface CasesArguments {
  readonly command: Command;
  /** The ticket that was named; undefined where the command takes none. */
  readonly ticketId: number | undefined;
  readonly all: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** Where the case file goes; undefined: into the present folder, named by the ticket. */
  readonly out: string | undefined;
  readonly language: Language;
  /** Whether internal notes are in the case file. */
  readonly notes: boolean;
}

export const USAGE = `npm run -s cases -- <command> [--json]

  list [--all]           the open cases, those due first before the others; --all: those that are over too
  show <ticket>          what the ledger holds of a case, its next look, and why its last one failed
  retry <ticket>         has a ticket looked at again at once
  retry --all            ... every ticket whose looks have failed
  preview                what the service would send, to whom, and what it would write, if it were started now;
                         writes nothing
  recompute [--dry-run]  counts the dates of all open cases again, after a late holiday or a change of the policy;
                         --dry-run: prints what would move
  retention [--dry-run]  removes the cases that the policy's retention has expired for; --dry-run: lists them
  file <ticket> [--out complaint.zip] [--language de] [--notes]
                         the file of a case for the ombudsman, as a ZIP archive read from Zendesk now; --notes: with
                         internal notes
  export <ticket>        all that the ledger and Zendesk hold of a case, as JSON, for whom it is about
  erase <ticket> [--yes] takes a case out of the ledger for good, and says what remains in Zendesk

  --json                 one line of JSON`;

const OPTIONS = {
  all: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
  language: { type: 'string' },
  notes: { type: 'boolean', default: false },
} as const;

const NEEDS_TICKET: readonly Command[] = ['show', 'file', 'export', 'erase'];
/** Which commands know which options; all know --json. */
const KNOWS: Readonly<Record<'all' | 'dry-run' | 'yes' | 'out' | 'language' | 'notes', readonly Command[]>> =
  {
    all: ['list', 'retry'],
    'dry-run': ['recompute', 'retention'],
    yes: ['erase'],
    out: ['file'],
    language: ['file'],
    notes: ['file'],
  };

const refuse = (message: string): never => {
  throw new UsageError(`${message}\n\n${USAGE}`);
};

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const isCommand = (text: string | undefined): text is Command => COMMANDS.some((one) => one === text);

function ticketOf(command: Command, text: string | undefined, all: boolean): number | undefined {
  const takes = NEEDS_TICKET.includes(command) || command === 'retry';
  if (text === undefined) {
    const needed = takes && !(command === 'retry' && all);
    return needed ? refuse(`Say which ticket: ${command} 12345`) : undefined;
  }
  if (!takes) return refuse(`${command} takes no "${text}".`);
  if (all) return refuse('Name a ticket, or say --all, but not both.');
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : refuse(`"${text}" is no ticket's number.`);
}

function languageOf(text = 'en'): Language {
  return text === 'en' || text === 'de' ? text : refuse(`--language takes en or de, not "${text}".`);
}

/** @param argv what follows the script's name on the command line @throws UsageError */
export function readArguments(argv: readonly string[]): CasesArguments {
  const { values, positionals } = parse(argv);
  const [command, ticket, ...more] = positionals;
  if (!isCommand(command)) {
    const known = COMMANDS.join(', ');
    return refuse(command === undefined ? `Say what to do: ${known}.` : `"${command}" is none of ${known}.`);
  }
  if (more.length > 0) return refuse(`One ticket at a time: "${more.join(' ')}" is too much.`);
  for (const option of ['all', 'dry-run', 'yes', 'out', 'language', 'notes'] as const) {
    if (values[option] && !KNOWS[option].includes(command)) return refuse(`${command} knows no --${option}.`);
  }
  const { all, yes, json, out, notes } = values;
  const ticketId = ticketOf(command, ticket, all);
  const language = languageOf(values.language);
  return { command, ticketId, all, dryRun: values['dry-run'], yes, json, out, language, notes };
}
