import { MINUTE } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Round } from '../jobs/rounds.ts';
import type { CalendarSource } from '../policies/calendars.ts';
import { createRecompute } from '../recompute/recompute.ts';
import { createRetention, type RetentionResult } from '../retention/retention.ts';
import type { ServiceParts } from '../start.ts';
import { createCheck } from '../sweep/check.ts';
import { createKeepingUp } from '../sweep/keeping-up.ts';
import { createRatings } from '../sweep/ratings.ts';
import { createSweep, type Swept } from '../sweep/sweep.ts';

export interface RoundsParts extends ServiceParts {
  readonly policies: readonly Policy[];
  readonly calendarFrom: CalendarSource;
  readonly onSwept: (swept: Swept) => void;
}

/** What the service does again and again besides looks. */
export function createRounds(parts: RoundsParts): Round[] {
  const { config, clock, ledger, zendesk, log, policies, calendarFrom, onSwept } = parts;
  const everyMs = config.sweepMinutes * MINUTE;
  const keepingUp = createKeepingUp({ log, everyMs });
  const sweeping = {
    rest: zendesk.rest,
    ledger,
    clock,
    everyMs,
    callsPerMinute: () => zendesk.limiter.state().limit,
    onSwept: (swept: Swept) => {
      log[swept.found > 0 ? 'warn' : 'debug'](swept, 'swept');
      keepingUp(swept);
      onSwept(swept);
    },
  };
  const onRecompute = (woken: number): void =>
    log.info({ woken }, 'policies or holidays have changed: open cases are counted again');
  const onRemoved = ({ expired, unknownPolicy }: RetentionResult): void => {
    if (expired.length + unknownPolicy.length === 0) return;
    const facts = { removed: expired.length, unknownPolicy: unknownPolicy.map(({ ticketId }) => ticketId) };
    log.info(facts, 'cases were kept long enough and removed; those of unknown policies are kept');
  };
  return [
    createRecompute({ ledger, clock, policies, calendarFrom }, onRecompute),
    createSweep(sweeping),
    createCheck(sweeping),
    createRatings(sweeping, (found) =>
      log.debug({ found }, 'looked for what customers said after the closing'),
    ),
    createRetention({ ledger, clock, policies }, onRemoved),
  ];
}
