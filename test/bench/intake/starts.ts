import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import { startBenchService } from './service.ts';

const TIMES = 5;

/**
 * From the start of the process until `/readyz` says so, with a database that other starts have filled. Nothing in a
 * quick run, all parts of which start the service anyway.
 */
export async function starts(
  settings: Readonly<Record<string, string>>,
  { quick }: BenchOptions,
  what: string,
): Promise<Figure[]> {
  if (quick) return [];
  const seconds: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const service = await startBenchService({ settings });
    await service.end();
    seconds.push(service.readyMs / 1_000);
  }
  const figure: Figure = {
    name: `start to ready, ${what}`,
    unit: 's',
    ours: median(seconds),
    limit: { is: 'at most', value: 3, of: 'ours' },
    runs: TIMES,
    range: rangeOf(seconds),
    note: 'by HTTP, with 50 ms for each of the eleven calls to Zendesk that a start makes',
  };
  return [figure];
}
