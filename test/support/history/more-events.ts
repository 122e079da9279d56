import type { CaseEventRow } from '../../../server/ledger/index.ts';
import type { Random } from '../../soak/random.ts';
import { event } from './case.ts';
import { type Company, TRUTHS } from './truths.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Redress, appeals, the ombudsman, lessons; and what was told, but doesn't count. */
export function moreEvents(
  ticketId: number,
  respondedAt: number,
  { currency }: Company,
  dice: Random,
): CaseEventRow[] {
  const events: CaseEventRow[] = [];
  let number = 10;
  const add = (kind: string, at: number, payload: Record<string, unknown> = {}): void => {
    if (at > TRUTHS.now) return;
    events.push(event(kind, Math.floor(at / 1_000) * 1_000, ticketId * 100 + number, payload));
    number += 1;
  };
  const redress = (at: number): void => {
    const code = dice.pick(['apology', 'credit', 'refund', 'compensation'] as const);
    const amount = `${dice.whole(5, 250)}.${dice.whole(10, 99)}`;
    // Some are noted without their currency: then it is the policy's.
    const money = dice.chance(10 / 100) ? { amount } : { amount, currency };
    add('noted', at, { topic: 'redress', code, ...(code === 'apology' ? {} : money) });
  };
  if (dice.chance(30 / 100)) redress(respondedAt + HOUR);
  if (dice.chance(5 / 100)) redress(respondedAt + 20 * DAY);
  if (dice.chance(1 / 100))
    add('noted', respondedAt + 2 * HOUR, {
      topic: 'redress',
      code: 'refund',
      amount: '9999.00',
      void: true,
      corrected_by: 1,
    });
  if (dice.chance(2 / 100)) add('responded', respondedAt + DAY, { outcome: 'upheld' });
  if (dice.chance(2 / 100)) add('appealed', respondedAt + 3 * DAY, { refused: 'not_responded' });
  if (dice.chance(6 / 100)) add('appealed', respondedAt + 4 * DAY);
  if (dice.chance(2 / 100)) {
    add('referred', respondedAt + 12 * DAY, { reference: 'CO-1' });
    add('decided', respondedAt + 40 * DAY, {
      decision: dice.pick(['upheld', 'not_upheld', 'settled'] as const),
    });
  }
  if (dice.chance(8 / 100)) add('noted', respondedAt + 5 * DAY, { topic: 'lesson' });
  return events;
}
