import { Counter, Histogram, type Registry } from 'prom-client';
import type { Step } from '../reconcile/look.ts';
import type { Metrics } from './index.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Webhooks that came, tickets that were updated, and how soon complaints were acknowledged. */
export function createWorkMetrics(registry: Registry): Pick<Metrics, 'onWebhook' | 'onStep'> {
  const registers = [registry];
  const webhooks = new Counter({
    name: 'complaint_clock_webhooks_total',
    help: 'Webhooks, by what was answered',
    labelNames: ['result'],
    registers,
  });
  const updates = new Counter({
    name: 'complaint_clock_ticket_updates_total',
    help: 'Looks that wrote to their ticket ("acknowledgement", "note", "fields", "taken_back") or had nothing to write ("none")',
    labelNames: ['kind'],
    registers,
  });
  const acknowledged = new Histogram({
    name: 'complaint_clock_acknowledgement_seconds',
    help: 'From the receipt of a complaint to the acknowledgement that the service sent',
    buckets: [1, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR],
    registers,
  });
  const kindOf = ({ plan, update }: Step): string => {
    if (!update) return 'none';
    if (!plan) return 'taken_back';
    if (update.comment?.public) return 'acknowledgement';
    return update.comment ? 'note' : 'fields';
  };
  return {
    onWebhook: (result) => webhooks.inc({ result }),
    onStep: (step) => {
      const kind = kindOf(step);
      updates.inc({ kind });
      // By the step that sends it, so that each complaint counts once, however often it is looked at.
      if (kind === 'acknowledgement' && step.plan)
        acknowledged.observe(Math.max(0, step.at - step.plan.kase.received.at) / 1_000);
    },
  };
}
