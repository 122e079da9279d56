import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../figure.ts';
import { boundMinutes, CALLS_EACH, type PlanLimits } from './bound.ts';
import { acknowledged, lettersOf, recordAll } from './complaints.ts';
import type { House } from './house.ts';

const MINUTE = 60_000;
const COMPLAINTS = { quick: 60, whole: 1_000 } as const;
/** Nothing has been called for so long: the service waits for its limits. */
const IDLE_MS = 250;
const LONGEST_MS = 15 * MINUTE;

interface Burst {
  /** Account's minutes from the first tag to the last acknowledgement. */
  readonly minutes: number;
  /** The service's calls in that time, and how many of them were for something else than acknowledging. */
  readonly made: number;
  readonly others: number;
  readonly refused: number;
}

/** Until all are acknowledged; time in which the service only waits is skipped. */
async function untilAcknowledged(house: House, ids: readonly number[]): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  for (;;) {
    const lines = house.lines();
    await delay(IDLE_MS);
    const written = acknowledged(house);
    if (ids.every((id) => written.has(id))) return;
    if (Date.now() > end) throw new Error(`only ${written.size} complaints were acknowledged in 15 minutes`);
    if (house.lines() === lines) house.skip();
  }
}

async function burst(house: House, complaints: number): Promise<Burst> {
  const { clock } = house.sandbox;
  const ids = await lettersOf(house, complaints);
  // What provisioning and the start have used of the minute is over.
  clock.advance(2 * MINUTE);
  const [from, startedAt] = [house.lines(), clock.now()];
  await recordAll(house, ids);
  await untilAcknowledged(house, ids);
  const calls = house.calls(from);
  const first = new Map<string, string>();
  for (const { method, status, path, at } of calls)
    if (method === 'PUT' && status === 200 && !first.has(path)) first.set(path, at);
  const endedAt = [...first.values()].sort().at(-1) ?? '';
  const during = calls.filter(({ at }) => at <= endedAt);
  return {
    minutes: (Date.parse(endedAt) - startedAt) / MINUTE,
    made: during.length,
    others: during.length - complaints * CALLS_EACH,
    refused: calls.filter(({ status }) => status === 429).length,
  };
}

/** From the first tag to the last acknowledgement, beside what the account's limits allow. */
export async function burstFigure(
  house: House,
  limits: PlanLimits,
  size: keyof typeof COMPLAINTS,
): Promise<Figure> {
  const [complaints, { plan, calls, updates }] = [COMPLAINTS[size], limits];
  const bound = boundMinutes(complaints, limits);
  const { minutes, made, others, refused } = await burst(house, complaints);
  return {
    name: `Burst of ${complaints} complaints, ${plan} (${calls} calls, ${updates} updates a minute)`,
    unit: 'minutes',
    ours: minutes,
    against: { name: 'bound by limits', value: bound },
    ratio: minutes / bound,
    limit: { is: 'at most', value: 1.15, of: 'ratio' },
    runs: 1,
    range: [minutes, minutes],
    note: `${made} calls, ${others} of them not for acknowledging; ${refused} answered 429`,
  };
}
