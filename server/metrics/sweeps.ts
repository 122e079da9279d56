import { Counter, Gauge, type Registry } from 'prom-client';
import type { Metrics } from './index.ts';

/** What sweeps find, and how long ago the last one was. */
export function createSweepMetrics(registry: Registry): Pick<Metrics, 'onSwept' | 'watch'> {
  const registers = [registry];
  const finds = new Counter({
    name: 'complaint_clock_sweep_finds_total',
    help: 'Tickets that only a sweep has found: their webhook never came',
    registers,
  });
  const pages = new Counter({
    name: 'complaint_clock_sweep_pages_total',
    help: 'Pages of search results that sweeps have read',
    registers,
  });
  const interval = new Gauge({
    name: 'complaint_clock_sweep_interval_seconds',
    help: 'From one sweep to the next ("search": what no webhook told of; "check": every open case), as of the last one',
    labelNames: ['kind'],
    registers,
  });
  let last: number | undefined;
  return {
    onSwept: (swept) => {
      finds.inc(swept.found);
      pages.inc(swept.pages);
      interval.set({ kind: swept.kind }, swept.intervalMs / 1_000);
      last = swept.at;
    },
    watch: ({ clock }) => {
      new Gauge({
        name: 'complaint_clock_sweep_age_seconds',
        help: 'Since the last sweep of this process; absent before its first one',
        registers,
        collect() {
          if (last !== undefined) this.set(Math.max(0, clock.now() - last) / 1_000);
        },
      });
    },
  };
}
