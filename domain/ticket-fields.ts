import type { Case } from './case.ts';
import type { Deadline } from './deadline.ts';
import type { MessageKind } from './events.ts';
import { type Instant, type LocalDate, localDateAt } from './local-date.ts';
import type { Policy } from './policy.ts';
import { type FieldKey, type NextStep, OPTION_PREFIX, stepFor } from './terms.ts';

/** Values by field; option fields hold the option's tag, dates are civil. A field that is not named stays as it is. */
export type TicketFields = Readonly<Partial<Record<FieldKey, string | null>>>;

/**
 * The step of the first open duty that has one. A regulator's limit, which is weeks away, asks for nothing until it is
 * due soon: so long a responded complaint waits to be closed.
 */
function nextStep(kase: Case, open: readonly Deadline[], policy: Policy, now: Instant): NextStep {
  for (const next of open.filter(({ hardCap, warnAt }) => !hardCap || now >= warnAt)) {
    const duty = policy.regimes
      .find(({ id }) => id === next.regime)
      ?.duties.find(({ id }) => id === next.duty);
    // The ombudsman's date is no duty of the policy.
    const step = stepFor(duty?.doneBy ?? [next.doneBy]);
    if (step !== 'none') return step;
  }
  if (kase.stage === 'appealed') return 'appeal';
  return kase.stage === 'responded' ? 'close' : 'none';
}

/** The date on which a step is due that has an anchor; projected dates are no promise and stay out of the fields. */
function dueDateOf(message: MessageKind, deadlines: readonly Deadline[]): LocalDate | null {
  return (
    deadlines.find((deadline) => deadline.doneBy === message && !deadline.projected && !deadline.waived)
      ?.dueDate ?? null
  );
}

/** What the ticket's fields should say; `open` are the open deadlines, the earliest first. */
export function fieldsOf(
  kase: Case,
  deadlines: readonly Deadline[],
  open: readonly Deadline[],
  policy: Policy,
  now: Instant,
): TicketFields {
  return {
    stage: OPTION_PREFIX.stage + kase.stage,
    next_step: OPTION_PREFIX.next_step + nextStep(kase, open, policy, now),
    channel: OPTION_PREFIX.channel + kase.channel,
    ...(kase.outcome ? { outcome: OPTION_PREFIX.outcome + kase.outcome } : {}),
    received: localDateAt(kase.received.at, policy.timeZone),
    acknowledgement_due: dueDateOf('acknowledged', deadlines),
    update_due: dueDateOf('updated', deadlines),
    response_due: dueDateOf('responded', deadlines),
    next_due: open[0]?.dueDate ?? null,
  };
}
