import { stampOf } from '../account/stamp.ts';
import type { TicketDeps } from './draft.ts';
import { runAutomations } from './run-automations.ts';

/** Zendesk runs automations once in every hour. */
const HOUR_MS = 3_600_000;
/** Once a minute of real time, so that a moved clock is not needed to see them. */
const EVERY_MS = 60_000;

/**
 * Runs the automations for every full hour that the account's clock passes, each once and in order, as if the hour
 * were now; and again where the clock stops, so that whoever moves it sees at once what has fallen due.
 * No automation acts on the same ticket twice within an hour.
 */
export function startAutomations(deps: TicketDeps): { stop(): void } {
  const { account } = deps;
  const { clock } = account;
  let ranUntil = clock.now();
  const lastFired = new Map<string, number>();
  const runAt = (ms: number) => {
    runAutomations(deps, {
      mayFire: (rule, ticketId) => ms - (lastFired.get(`${rule} ${ticketId}`) ?? -HOUR_MS) >= HOUR_MS,
      fired: (rule, ticketId) => lastFired.set(`${rule} ${ticketId}`, ms),
    });
  };
  const run = () => {
    const now = clock.now();
    for (let hour = nextHour(ranUntil); hour < now; hour += HOUR_MS) {
      account.pinned = stampOf(hour);
      runAt(hour);
    }
    account.pinned = undefined;
    runAt(now);
    ranUntil = now;
    account.outbox.flush();
  };
  const unsubscribe = clock.onChange(() => {
    run();
    account.bus.emit({
      event: 'clock',
      data: { now: new Date(clock.now()).toISOString(), offset: clock.offset() },
    });
  });
  const timer = setInterval(run, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}

const nextHour = (ms: number) => (Math.floor(ms / HOUR_MS) + 1) * HOUR_MS;
