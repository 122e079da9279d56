import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { LimiterWait, ZendeskCall } from '../zendesk/index.ts';
import type { Metrics, MetricsSources } from './index.ts';

/** A reply's status as a class of its own where it means something to us. */
function outcome(status: number): string {
  if (status === 0) return 'no_reply';
  const own: Readonly<Record<number, string>> = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not_found',
    409: 'conflict',
    422: 'invalid',
    429: 'rate_limited',
  };
  return own[status] ?? `${Math.floor(status / 100)}xx`;
}

function createCounters(registry: Registry) {
  const registers = [registry];
  const labelNames = ['method', 'endpoint'] as const;
  return {
    calls: new Counter({
      name: 'complaint_clock_zendesk_calls_total',
      help: 'Calls to Zendesk, by what came of them',
      labelNames: [...labelNames, 'outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'complaint_clock_zendesk_call_seconds',
      help: 'How long calls to Zendesk took, their waiting apart',
      labelNames,
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 12],
      registers,
    }),
    waits: new Histogram({
      name: 'complaint_clock_limiter_wait_seconds',
      help: 'How long calls waited for their place in the rate limit; "background" may wait for others',
      labelNames: ['class'],
      buckets: [0, 0.1, 0.5, 1, 5, 15, 30, 60],
      registers,
    }),
    refused: new Counter({
      name: 'complaint_clock_limiter_refused_total',
      help: 'Calls that would have waited too long, so that their look was put off',
      labelNames: ['class'],
      registers,
    }),
  };
}

function addGauges(registry: Registry, { limiter, refusedSince }: MetricsSources): void {
  const registers = [registry];
  new Gauge({
    name: 'complaint_clock_rate_limit',
    help: "Calls a minute: the account's limit, this process's share of it, used in the last minute, and left",
    labelNames: ['of'],
    registers,
    collect() {
      const { limit, most, used } = limiter.state();
      this.set({ of: 'account' }, limit);
      this.set({ of: 'share' }, most);
      this.set({ of: 'used' }, used);
      this.set({ of: 'left' }, Math.max(0, most - used));
    },
  });
  new Gauge({
    name: 'complaint_clock_limiter_waiting',
    help: 'Calls that wait for their place in the rate limit now',
    registers,
    collect() {
      this.set(limiter.state().waiting);
    },
  });
  new Gauge({
    name: 'complaint_clock_zendesk_unauthorized',
    help: '1 while Zendesk refuses the credentials of the service, so that nothing works on any ticket',
    registers,
    collect() {
      this.set(refusedSince() === undefined ? 0 : 1);
    },
  });
}

/** Calls to Zendesk and the rate limit. */
export function createCallMetrics(registry: Registry): Pick<Metrics, 'onCall' | 'onWait' | 'watch'> {
  const { calls, seconds, waits, refused } = createCounters(registry);
  return {
    onCall: ({ method, endpoint, status, ms }: ZendeskCall) => {
      calls.inc({ method, endpoint, outcome: outcome(status) });
      seconds.observe({ method, endpoint }, ms / 1_000);
    },
    onWait: ({ kind, ms, admitted }: LimiterWait) => {
      if (admitted) waits.observe({ class: kind }, ms / 1_000);
      else refused.inc({ class: kind });
    },
    watch: (sources) => addGauges(registry, sources),
  };
}
