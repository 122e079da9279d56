/** Stops calling an endpoint that mostly fails, as Zendesk does: looks back five minutes, pauses five seconds. */
export interface Breaker {
  /** May this webhook be called now? After the pause, one call is let through as a test. */
  allows(webhookId: string): boolean;
  /** Tells how a call ended. */
  record(webhookId: string, failed: boolean): void;
}

const WINDOW_MS = 5 * 60_000;
const PAUSE_MS = 5_000;
const MOST_ERRORS = 1_000;
const ERROR_SHARE = 0.7;
/** Below so many calls in the window a share says nothing. */
const FEWEST_CALLS = 100;

interface Circuit {
  calls: { at: number; failed: boolean }[];
  openedAt: number | undefined;
}

/** @param now real time in epoch ms; endpoints fail in real time, whatever the account's clock says */
export function createBreaker(now: () => number): Breaker {
  const circuits = new Map<string, Circuit>();
  const circuitOf = (id: string): Circuit => {
    const known = circuits.get(id) ?? { calls: [], openedAt: undefined };
    circuits.set(id, known);
    return known;
  };
  return {
    allows(id) {
      const circuit = circuitOf(id);
      if (circuit.openedAt === undefined) return true;
      if (now() - circuit.openedAt < PAUSE_MS) return false;
      circuit.openedAt = now();
      return true;
    },
    record(id, failed) {
      const circuit = circuitOf(id);
      if (circuit.openedAt !== undefined && !failed) {
        circuit.openedAt = undefined;
        circuit.calls = [];
      }
      circuit.calls = [...circuit.calls.filter((call) => now() - call.at < WINDOW_MS), { at: now(), failed }];
      if (tooManyErrors(circuit)) circuit.openedAt = now();
    },
  };
}

function tooManyErrors(circuit: Circuit): boolean {
  const errors = circuit.calls.filter((call) => call.failed).length;
  if (errors > MOST_ERRORS) return true;
  return circuit.calls.length >= FEWEST_CALLS && errors / circuit.calls.length >= ERROR_SHARE;
}
