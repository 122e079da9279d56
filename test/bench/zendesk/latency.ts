import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../../demo/until.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import { lettersOf, record } from './complaints.ts';
import type { House } from './house.ts';

/** The pauses of rounds and of sharing are longer. */
const STAMP_MS = 1_000;

interface Way {
  readonly wholeMs: number;
  /** Of the API's calls, from their arrival to the end of their replies. */
  readonly apiMs: number;
  readonly stampMs: number;
}

/** From the reply to the tag to the end of the update that acknowledges. */
async function way(house: House, id: number, pauses: number[]): Promise<Way> {
  const from = house.lines();
  pauses.length = 0;
  await record(house, id);
  const begun = performance.now();
  const update = () => house.calls(from).find(({ method }) => method === 'PUT');
  while (!update()) await delay(2);
  const wholeMs = performance.now() - begun;
  const apiMs = house.calls(from).reduce((sum, { ms }) => sum + ms, 0);
  const stampMs = pauses.filter((ms) => ms <= STAMP_MS).reduce((sum, ms) => sum + ms, 0);
  return { wholeMs, apiMs, stampMs };
}

const figure = (name: string, values: readonly number[], rest: Partial<Figure>): Figure => ({
  name,
  unit: 'ms',
  ours: median(values),
  runs: values.length,
  range: rangeOf(values),
  ...rest,
});

/**
 * With an idle service, in real time.
 * @param pauses filled with what the service waits for, in milliseconds
 */
export async function latencyFigures(
  house: House,
  pauses: number[],
  { quick }: BenchOptions,
): Promise<Figure[]> {
  const ids = await lettersOf(house, quick ? 2 : 12);
  const ways: Way[] = [];
  for (const id of ids) {
    await until('nothing is due', async () => {
      const due = await house.service.ledger.dueWakes(house.sandbox.clock.now() + 1_000, 1_000);
      return due.length === 0 || undefined;
    });
    const one = await way(house, id, pauses);
    // The first one warms up.
    if (id !== ids[0]) ways.push(one);
  }
  const wholes = ways.map(({ wholeMs }) => wholeMs);
  const own = ways.map(({ wholeMs, apiMs, stampMs }) => wholeMs - apiMs - stampMs);
  const api = Math.round(median(ways.map(({ apiMs }) => apiMs)));
  const stamp = Math.round(median(ways.map(({ stampMs }) => stampMs)));
  return [
    figure('From tag to acknowledgement, service idle', wholes, {
      note: `${api} ms in the API, ${stamp} ms until the stamp's second is over`,
    }),
    figure("The same without the API and the stamp's second", own, {
      limit: { is: 'at most', value: 100, of: 'ours' },
      note: 'webhook, wake, queue, look; the webhook that Zendesk sends included',
    }),
  ];
}
