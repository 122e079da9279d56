import type { Inputs } from './inputs.ts';
import type { Opponent } from './opponent.ts';

const DAYS = [1, 3, 20, 65] as const;

/** @throws Error where two ways to count don't agree: then there is nothing to compare. */
export function checkSameAnswers(ours: Opponent, theirs: Opponent, { instants }: Inputs): void {
  for (const receivedAt of instants)
    for (const days of DAYS) {
      const [own, other] = [ours.dueAt(receivedAt, days), theirs.dueAt(receivedAt, days)];
      if (own === other) continue;
      const when = new Date(receivedAt).toISOString();
      throw new Error(
        `${days} working days after ${when}: ${theirs.name} says ${new Date(other).toISOString()}, ours ${new Date(own).toISOString()}`,
      );
    }
}
