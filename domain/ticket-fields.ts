import type { Case } from './case.ts';
import type { Deadline } from './deadline.ts';
import { type LocalDate, localDateAt } from './local-date.ts';
import type { Policy } from './policy.ts';
import { type FieldKey, type NextStep, OPTION_PREFIX, stepFor } from './terms.ts';

/** Values by field; option fields hold the option's tag, dates are civil. A field that is not named stays as it is. */
export type TicketFields = Readonly<Partial<Record<FieldKey, string | null>>>;

function nextStep(kase: Case, open: readonly Deadline[], policy: Policy): NextStep {
  const [next] = open;
  const duty = policy.regimes
    .flatMap((regime) => (regime.id === next?.regime ? regime.duties : []))
    .find(({ id }) => id === next?.duty);
  if (duty) return stepFor(duty.doneBy);
  if (kase.stage === 'appealed') return 'appeal';
  return kase.stage === 'responded' ? 'close' : 'none';
}

/** The date on which a step is due that has an anchor; projected dates are no promise and stay out of the fields. */
function dueDateOf(duty: string, deadlines: readonly Deadline[]): LocalDate | null {
  return (
    deadlines.find((deadline) => deadline.duty === duty && !deadline.projected && !deadline.waived)
      ?.dueDate ?? null
  );
}

/** What the ticket's fields should say; `open` are the open deadlines, the earliest first. */
export function fieldsOf(
  kase: Case,
  deadlines: readonly Deadline[],
  open: readonly Deadline[],
  policy: Policy,
): TicketFields {
  return {
    stage: OPTION_PREFIX.stage + kase.stage,
    next_step: OPTION_PREFIX.next_step + nextStep(kase, open, policy),
    channel: OPTION_PREFIX.channel + kase.channel,
    ...(kase.outcome ? { outcome: OPTION_PREFIX.outcome + kase.outcome } : {}),
    received: localDateAt(kase.received.at, policy.timeZone),
    acknowledgement_due: dueDateOf('acknowledgement', deadlines),
    update_due: dueDateOf('update', deadlines),
    response_due: dueDateOf('response', deadlines),
    next_due: open[0]?.dueDate ?? null,
  };
}
