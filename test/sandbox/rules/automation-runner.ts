import type { TicketDeps } from './draft.ts';
import { runAutomations } from './run-automations.ts';

/** Once a minute of real time stands for Zendesk's hour, so that a moved clock is not needed to see them. */
const EVERY_MS = 60_000;

/** Runs the automations from time to time, and whenever the clock is moved. */
export function startAutomations(deps: TicketDeps): { stop(): void } {
  const { account } = deps;
  const run = () => {
    runAutomations(deps);
    account.outbox.flush();
  };
  const unsubscribe = account.clock.onChange(() => {
    run();
    const { clock } = account;
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
