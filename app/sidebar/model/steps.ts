import type { Deadline } from '../../../domain/deadline.ts';
import { OMBUDSMAN_REGIME } from '../../../domain/ombudsman-duty.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { Say } from '../../ui/language.ts';
import type { Step } from '../../ui/StepList.tsx';
import { authorityOf } from './authority.ts';
import { dutyStep } from './duty-step.ts';
import { leadingDeadline } from './leading.ts';
import { appealSteps, endSteps, receivedSteps } from './plain-steps.ts';
import type { Reading } from './status.ts';

/** The steps of a case in their order: received, each duty of the policy, and what came after. */
export function stepsOf(record: ClockRecord, deadlines: readonly Deadline[], reading: Reading): Step[] {
  const leading = leadingDeadline(deadlines, reading.now);
  const soft = deadlines.filter(({ hardCap }) => !hardCap);
  const stepOf = (deadline: Deadline): Step => {
    const previous = soft[soft.indexOf(deadline) - 1];
    const chained = previous?.regime === deadline.regime ? previous : undefined;
    return dutyStep(deadline, chained, leading, reading);
  };
  const isOmbudsmans = ({ regime }: Deadline): boolean => regime === OMBUDSMAN_REGIME;
  return [
    ...receivedSteps(record, reading),
    ...soft.filter((deadline) => !isOmbudsmans(deadline)).map(stepOf),
    ...appealSteps(record, reading),
    ...soft.filter(isOmbudsmans).map(stepOf),
    ...endSteps(record, leading, reading),
  ];
}

/** Whose limit it is stands before what is owed by it. */
function capName(
  duty: string,
  label: string,
  { say, authority }: { say: Say; authority: string | undefined },
) {
  const step = duty === 'adr_letter' ? say('step.adrShort') : label;
  return authority === undefined ? say('step.cap', { step }) : say('step.capOf', { authority, step });
}

/**
 * The regulators' limits, which nothing moves; ruled off from the company's own steps. `policy` tells whose they are,
 * where it is known.
 */
export function capsOf(deadlines: readonly Deadline[], reading: Reading, policy?: Policy): Step[] {
  const leading = leadingDeadline(deadlines, reading.now);
  return deadlines
    .filter(({ hardCap }) => hardCap)
    .map((deadline) => {
      const step = dutyStep(deadline, undefined, leading, reading);
      if (step.state === 'done') return step;
      const authority = authorityOf(deadline, policy);
      const label = capName(deadline.duty, step.label, { say: reading.language.say, authority });
      return { note: reading.language.say('step.capHelp'), ...step, label, flag: true };
    });
}
