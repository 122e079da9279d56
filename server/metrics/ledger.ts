import { Gauge, type Registry } from 'prom-client';
import type { Measures } from '../ledger/index.ts';
import type { MetricsSources } from './index.ts';

function createGauges(registry: Registry) {
  const registers = [registry];
  return {
    due: new Gauge({
      name: 'complaint_clock_wakes_due',
      help: 'Tickets that are due to be looked at',
      registers,
    }),
    age: new Gauge({
      name: 'complaint_clock_queue_age_seconds',
      help: 'How long the ticket that waits longest has been due to be looked at; 0 where none is',
      registers,
    }),
    failing: new Gauge({
      name: 'complaint_clock_looks_failing',
      help: 'Tickets whose last look failed, by what failed; it is repeated by itself',
      labelNames: ['code'],
      registers,
    }),
    gaveUp: new Gauge({
      name: 'complaint_clock_looks_given_up',
      help: 'Tickets at which a person must help, by what failed',
      labelNames: ['code'],
      registers,
    }),
    deadlines: new Gauge({
      name: 'complaint_clock_deadlines',
      help: 'Deadlines of all cases in the ledger, by their state now',
      labelNames: ['state'],
      registers,
    }),
  };
}

const STATES = ['projected', 'running', 'due_soon', 'overdue', 'met', 'met_late', 'waived'] as const;

function show(
  gauges: ReturnType<typeof createGauges>,
  { due, oldestDueAt, failing, deadlines }: Measures,
  now: number,
) {
  gauges.due.set(due);
  gauges.age.set(oldestDueAt === undefined ? 0 : Math.max(0, now - oldestDueAt) / 1_000);
  // What has passed must not stay at its last figure.
  gauges.failing.reset();
  gauges.gaveUp.reset();
  for (const { code, looks, gaveUp } of failing) {
    gauges.failing.set({ code }, looks);
    gauges.gaveUp.set({ code }, gaveUp);
  }
  for (const state of STATES)
    gauges.deadlines.set({ state }, deadlines.find((one) => one.state === state)?.count ?? 0);
}

/**
 * What the ledger says. To be read before the registry is told: its gauges are collected side by side. While the
 * ledger can't be read, the other metrics are told all the same, and `complaint_clock_ledger_up` is 0.
 */
export function createLedgerMetrics(
  registry: Registry,
  { ledger, clock }: MetricsSources,
): () => Promise<void> {
  const gauges = createGauges(registry);
  const up = new Gauge({
    name: 'complaint_clock_ledger_up',
    help: '1 where the ledger could be read; the figures that come from it are of its last reading otherwise',
    registers: [registry],
  });
  return async () => {
    try {
      show(gauges, await ledger.measure(clock.now()), clock.now());
      up.set(1);
    } catch {
      // Told by the figure itself; the service's log says why its database is down.
      up.set(0);
    }
  };
}
