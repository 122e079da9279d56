import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Phase } from './phase.ts';

/** What stands before the service: requests come in from the first moment to the last, but not always to it. */
export interface Door {
  readonly listener: RequestListener;
  phase(): Phase;
  /** What the start waits for now. */
  waitFor(what: string): void;
  /** From now on requests go to the service. */
  open(service: RequestListener): void;
  /** From now on they don't any more; those under way are answered. Resolves when they are, or after `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

function countUnderWay() {
  let underWay = 0;
  let idle = (): void => {};
  return {
    follow: (response: ServerResponse): void => {
      underWay += 1;
      response.once('close', () => {
        underWay -= 1;
        if (underWay === 0) idle();
      });
    },
    drained: (timeoutMs: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        idle = () => {
          clearTimeout(timer);
          resolve();
        };
        if (underWay === 0) idle();
      }),
  };
}

/** @param waiting makes what answers while the service is not there, told the phase */
export function createDoor(waiting: (phase: () => Phase) => RequestListener): Door {
  let phase: Phase = { name: 'starting', waitingFor: 'its settings' };
  let service: RequestListener | undefined;
  const { follow, drained } = countUnderWay();
  const instead = waiting(() => phase);
  return {
    listener: (request: IncomingMessage, response: ServerResponse) => {
      if (phase.name !== 'ready' || !service) return instead(request, response);
      follow(response);
      return service(request, response);
    },
    phase: () => phase,
    waitFor: (waitingFor) => {
      phase = { name: 'starting', waitingFor };
    },
    open: (opened) => {
      service = opened;
      phase = { name: 'ready' };
    },
    close: async (timeoutMs) => {
      phase = { name: 'stopping' };
      await drained(timeoutMs);
    },
  };
}
