import type { Setting } from './anchor.ts';
import { firstOf } from './case.ts';
import type { Deadline } from './deadline.ts';
import type { Duty } from './policy.ts';

/**
 * What became of the duty: done, taken over by a later stage's message, or ended with the case. What was taken over
 * stays so, even where its own message follows after all.
 */
export function fateOf(
  duty: Duty,
  { kase, regime }: Pick<Setting, 'kase' | 'regime'>,
): Pick<Deadline, 'doneAt' | 'waived'> {
  const done = firstOf(kase, ...duty.doneBy);
  const later = regime.duties.slice(regime.duties.indexOf(duty) + 1);
  const overtaken = firstOf(kase, ...later.flatMap(({ doneBy }) => doneBy));
  if (overtaken && (!done || overtaken.at < done.at)) return { waived: 'superseded' };
  if (done) return { doneAt: done.at };
  if (kase.ended) return { waived: kase.ended };
  if (kase.stage !== 'closed') return {};
  return { waived: duty.blocksClosing ? 'by_person' : 'closed' };
}
