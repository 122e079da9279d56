import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Step } from '../reconcile/look.ts';
import type { Limiter, LimiterWait, ZendeskCall } from '../zendesk/index.ts';
import { createCallMetrics } from './calls.ts';
import { createLedgerMetrics } from './ledger.ts';
import { createSweepMetrics } from './sweeps.ts';
import { createWorkMetrics } from './work.ts';

/** What the metrics are read from when somebody asks for them. */
export interface MetricsSources {
  readonly ledger: Pick<Ledger, 'measure'>;
  readonly limiter: Pick<Limiter, 'state'>;
  /** Since when Zendesk has refused the service's credentials; undefined where it doesn't. */
  readonly refusedSince: () => number | undefined;
  readonly clock: Clock;
}

/** Counts what happens. No label holds an id, a name or a text, so there are a few hundred series at most. */
export interface Metrics {
  onCall(call: ZendeskCall): void;
  onWait(wait: LimiterWait): void;
  /** `result`: the answer's status, or why it was refused; one of a few. */
  onWebhook(result: string): void;
  onStep(step: Step): void;
  onSwept(swept: {
    readonly kind: 'search' | 'check';
    readonly found: number;
    readonly pages: number;
    readonly at: number;
    readonly intervalMs: number;
  }): void;
  /** From then on the state of ledger and limiter is told too. */
  watch(sources: MetricsSources): void;
  /** In the text format of Prometheus, and its media type. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Metrics of one service, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'complaint_clock_' });
  const calls = createCallMetrics(registry);
  const work = createWorkMetrics(registry);
  const sweeps = createSweepMetrics(registry);
  let readLedger = async (): Promise<void> => {};
  return {
    ...calls,
    ...work,
    onSwept: sweeps.onSwept,
    watch: (sources) => {
      readLedger = createLedgerMetrics(registry, sources);
      calls.watch(sources);
      sweeps.watch(sources);
    },
    text: async () => {
      await readLedger();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
