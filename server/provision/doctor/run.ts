import { describeError } from '../../describe-error.ts';
import { isZendeskError } from '../../zendesk/errors.ts';
import { notCheckable, ok, problem } from './findings.ts';
import { SCREENS } from './screens.ts';
import type { Check, CheckResult, DoctorContext, Finding } from './types.ts';

export interface RunOptions {
  readonly checks: readonly Check[];
  /** Aborted when a person interrupts: the check under way ends with its next call. */
  readonly signal: AbortSignal;
  /** Told of each check as it ends. */
  readonly onResult?: (result: CheckResult) => void;
}

/** A person has interrupted; the test ticket is deleted by then, or `left` says why it isn't. */
export class DoctorInterrupted extends Error {
  override readonly name = 'DoctorInterrupted';
  readonly ticket: CheckResult;

  constructor(ticket: CheckResult) {
    super('interrupted');
    this.ticket = ticket;
  }
}

function whyNot(error: unknown): Finding {
  const why = describeError(error);
  if (isZendeskError(error, 'unauthorized'))
    return notCheckable(why, 'See the check of the scopes above: the account refuses one of the clients.');
  if (isZendeskError(error, 'forbidden'))
    return notCheckable(
      why,
      `The user of the provisioning client must be an administrator: see ${SCREENS.members}, and the check of the scopes above.`,
    );
  return notCheckable(why, 'Run the doctor again; if it stays, see what the checks above say.');
}

async function runCheck(check: Check, context: DoctorContext, signal: AbortSignal): Promise<CheckResult> {
  const { id, title, run } = check;
  try {
    return { id, title, findings: await run(context) };
  } catch (error) {
    if (signal.aborted) throw error;
    // What one check can't find out must not hide what the others see.
    return { id, title, findings: [whyNot(error)] };
  }
}

const TICKET = { id: 'test-ticket', title: 'The test ticket is gone' } as const;

const numbers = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ');

async function clearLeftOvers({ ticket }: DoctorContext): Promise<readonly Finding[]> {
  try {
    const left = await ticket.clearLeftOvers();
    return left.length > 0 ? [ok(`left over of an earlier run, and deleted now: ${numbers(left)}`)] : [];
  } catch (error) {
    return [notCheckable(`whether an earlier run has left a test ticket: ${describeError(error)}`)];
  }
}

async function removeTicket({ ticket }: DoctorContext): Promise<Finding> {
  try {
    const gone = await ticket.remove();
    return gone.length > 0
      ? ok(`made, used and deleted: ${numbers(gone)} (Zendesk keeps deleted tickets for 30 days)`)
      : ok('no check needed one');
  } catch (error) {
    const id = await ticket.id().catch(() => undefined);
    const which = id === undefined ? 'the test ticket' : `the test ticket #${id}`;
    return problem(
      `${which} could not be deleted: ${describeError(error)}`,
      'Delete it by hand, or run the doctor again once this passes: it finds what an earlier run has left. The user of the provisioning client needs the right to delete tickets.',
    );
  }
}

/**
 * Runs all checks, one after the other, and deletes the test ticket in every case. Rejects with
 * {@link DoctorInterrupted} where the signal ended it; what goes wrong otherwise is a finding.
 */
export async function runChecks(
  context: DoctorContext,
  { checks, signal, onResult = () => {} }: RunOptions,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const add = (result: CheckResult): void => {
    results.push(result);
    onResult(result);
  };
  const before = await clearLeftOvers(context);
  let interrupted = false;
  try {
    for (const check of checks) {
      signal.throwIfAborted();
      add(await runCheck(check, context, signal));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    interrupted = true;
  } finally {
    add({ ...TICKET, findings: [...before, await removeTicket(context)] });
  }
  const last = results.at(-1);
  if (interrupted && last) throw new DoctorInterrupted(last);
  return results;
}
