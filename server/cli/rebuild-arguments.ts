import { parseArgs } from 'node:util';
import { UsageError } from '../command/usage-error.ts';

export interface RebuildArguments {
  readonly again: boolean;
  readonly json: boolean;
}

export const USAGE = `npm run rebuild

Fills the ledger from Zendesk: looks at every complaint ticket, the oldest first. Can be interrupted (Ctrl-C) and run
again to go on. Works while the service runs and without it, with the service's settings.

  --again   search the account once more, also where a rebuild was interrupted
  --json    print the result as one line of JSON`;

/** @param argv what follows the script's name on the command line @throws UsageError */
export function readArguments(argv: readonly string[]): RebuildArguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { again: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
