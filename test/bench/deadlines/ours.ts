import { dueWithin } from '../../../domain/count.ts';
import type { Inputs } from './inputs.ts';
import type { Opponent } from './opponent.ts';

/** The product's own way. */
export function ourWay({ calendar, policy }: Inputs): Opponent {
  return {
    name: 'ours',
    full: 'ours',
    dueAt: (receivedAt, amount) =>
      dueWithin(receivedAt, { amount, unit: 'working_days' }, calendar, policy.counting).dueAt,
  };
}
