import type { ZendeskRest } from '../zendesk/port.ts';
import { applyPlan } from './apply.ts';
import type { ProvisionArguments } from './arguments.ts';
import { planAccount } from './plan.ts';
import type { ProvisionSettings } from './plan-types.ts';
import { planText, summarise } from './report.ts';

export interface Terminal {
  readonly print: (line: string) => void;
  /** Asks a person, or answers undefined where there is none to ask. */
  readonly ask: (question: string) => Promise<boolean | undefined>;
}

/**
 * The command: shows the plan, and applies it when told to. Answers the exit code. With `json` the one line printed
 * is the plan, for `apply` after it was carried out.
 */
export async function runProvision(
  rest: ZendeskRest,
  { command, yes, json }: Pick<ProvisionArguments, 'command' | 'yes' | 'json'>,
  { settings, terminal }: { settings: ProvisionSettings; terminal: Terminal },
): Promise<number> {
  const plan = await planAccount(rest, settings);
  const say = json ? () => {} : terminal.print;
  say(planText(plan));
  if (command === 'apply' && plan.steps.length > 0 && !yes) {
    const answer = json ? undefined : await terminal.ask('Apply this?');
    if (answer === undefined) throw new Error('There is nobody to ask: add --yes to apply.');
    if (!answer) return 0;
  }
  if (command === 'apply') {
    let done = 0;
    await applyPlan(rest, plan, ({ status, kind, title }) => {
      done += 1;
      say(`${done}/${plan.steps.length} ${status} ${kind} "${title}": done`);
    });
  }
  if (json) terminal.print(JSON.stringify(summarise(plan)));
  return plan.objects.some(({ status }) => status === 'blocked') ? 1 : 0;
}
