import type { ZendeskRest } from '../../zendesk/port.ts';
import { readAccount } from '../account/snapshot.ts';
import type { Terminal } from '../run.ts';
import { carryOut } from './carry-out.ts';
import { planRemoval } from './plan-removal.ts';
import type { RemovalOptions, Removed } from './removal-types.ts';
import { removalText, summariseRemoval } from './report.ts';

export interface RemoveSwitches extends RemovalOptions {
  /** Remove without asking. */
  readonly yes: boolean;
  readonly json: boolean;
  /** Only list. */
  readonly planOnly: boolean;
}

function doneLine({ removal: { action, kind, title }, refused }: Removed): string {
  return refused === undefined
    ? `${action} ${kind} "${title}": done`
    : `${action} ${kind} "${title}": refused, ${refused}`;
}

/**
 * `remove`: lists what is ours, and takes it out when told to. Answers the exit code: 1 where the account refused
 * something. With `json` the one line printed is the listing, with what was refused.
 */
export async function runRemove(
  rest: ZendeskRest,
  switches: RemoveSwitches,
  terminal: Terminal,
): Promise<number> {
  const plan = planRemoval(await readAccount(rest), switches);
  const say = switches.json ? () => {} : terminal.print;
  say(removalText(plan));
  const done: Removed[] = [];
  if (!switches.planOnly && plan.removals.some(({ call }) => call)) {
    if (!switches.yes) {
      const answer = switches.json ? undefined : await terminal.ask('Remove this?');
      if (answer === undefined) throw new Error('There is nobody to ask: add --yes to remove.');
      if (!answer) return 0;
    }
    done.push(...(await carryOut(rest, plan, (removed) => say(doneLine(removed)))));
  }
  if (switches.json) terminal.print(JSON.stringify(summariseRemoval(plan, done)));
  const refused = done.filter((removed) => removed.refused !== undefined).length;
  if (refused > 0) say(`${refused} refused: put that right by hand, and remove again.`);
  return refused > 0 ? 1 : 0;
}
