import type { Setting } from './anchor.ts';
import { type Case, firstAmong, isOneOf } from './case.ts';
import type { Deadline } from './deadline.ts';
import type { CaseEvent } from './events.ts';
import type { Duty } from './policy.ts';

/** The first message of any of the duties after the one at `index`. */
function firstOfLater({ events }: Case, duties: readonly Duty[], index: number): CaseEvent | undefined {
  for (const event of events)
    for (let later = index + 1; later < duties.length; later += 1) {
      const duty = duties[later];
      if (duty && isOneOf(duty.doneBy, event.kind)) return event;
    }
  return undefined;
}

/**
 * What became of the duty: done, taken over by a later stage's message, or ended with the case. What was taken over
 * stays so, even where its own message follows after all.
 */
export function fateOf(
  duty: Duty,
  { kase, regime }: Pick<Setting, 'kase' | 'regime'>,
): Pick<Deadline, 'doneAt' | 'waived'> {
  const done = firstAmong(kase, duty.doneBy);
  const overtaken = firstOfLater(kase, regime.duties, regime.duties.indexOf(duty));
  if (overtaken && (!done || overtaken.at < done.at)) return { waived: 'superseded' };
  if (done) return { doneAt: done.at };
  if (kase.ended) return { waived: kase.ended };
  if (kase.stage !== 'closed') return {};
  return { waived: duty.blocksClosing ? 'by_person' : 'closed' };
}
