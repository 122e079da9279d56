import type { Logger } from 'pino';
import { FOUND_WITHIN_MS } from './cost.ts';
import type { Swept } from './sweep.ts';

export interface KeepingUpOptions {
  readonly log: Pick<Logger, 'warn' | 'info'>;
  /** Between two searches, as it is set: whoever sets more than ten minutes is not warned of it. */
  readonly everyMs: number;
}

/** Says once that the search can't keep up, and once when it can again. To be told of every sweep. */
export function createKeepingUp({ log, everyMs }: KeepingUpOptions): (swept: Swept) => void {
  const longest = Math.max(FOUND_WITHIN_MS, everyMs);
  let isLate = false;
  return ({ kind, intervalMs, pages }) => {
    if (kind !== 'search' || intervalMs > longest === isLate) return;
    isLate = !isLate;
    const facts = { intervalMs, pages };
    if (isLate)
      log.warn(
        facts,
        'the sweep can not keep up: what no webhook tells of is found later than within ten minutes; raise RATE_SHARE, or find what uses up the rate limit or changes so many complaints',
      );
    else log.info(facts, 'the sweep keeps up again');
  };
}
