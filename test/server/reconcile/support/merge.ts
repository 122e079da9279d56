import { until } from '../../../demo/until.ts';
import type { World } from './world.ts';

/** Merges tickets as an agent does, and waits until Zendesk has done it. */
export async function merge(world: World, from: number, into: number): Promise<void> {
  await world.priya.call('POST', `tickets/${into}/merge`, { ids: [from] });
  await until(`ticket ${from} is merged into ${into}`, async () =>
    (await world.tom.ticket(from)).status === 'closed' ? true : undefined,
  );
}

/**
 * The survivor as the service leaves it. No webhook tells of a merge where the account's triggers leave closed tickets
 * out: a look at the other ticket, as the sweep brings it about, wakes the survivor.
 */
export async function settledMerge(world: World, from: number, into: number) {
  await merge(world, from, into);
  await world.lookAgain(from);
  return world.settled(into);
}
