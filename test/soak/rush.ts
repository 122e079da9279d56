import type { FaultHook, Sandbox } from '../sandbox/index.ts';

export interface Rush {
  readonly ticketId: number;
  /** An edit in the second in which the service reads the ticket. */
  readonly atReading: () => Promise<void>;
  /** What somebody does while the service is about to write. */
  readonly beforeWriting: () => Promise<void>;
}

export interface Rushes {
  add(rush: Rush): void;
  /** Resolves when everything that was begun is done; nothing more begins. */
  end(): Promise<void>;
}

/** Real time that the service's call is held, so that the other's comes in before its next one. */
const HELD_MS = 25;

/** People who act between two calls of the service: when it reads a ticket, and when it has read it all. */
export function createRushes({ faults }: Pick<Sandbox, 'faults'>): Rushes {
  const underWay: Promise<void>[] = [];
  const failures: unknown[] = [];
  const removes: (() => void)[] = [];
  return {
    add: ({ ticketId, atReading, beforeWriting }) => {
      const path = new RegExp(`/tickets/${ticketId}(\\.json|/macros/\\d+/apply(\\.json)?)?(\\?|$)`);
      let next: 'reading' | 'writing' | 'done' = 'reading';
      const hook: FaultHook = (request) => {
        const isApply = request.path.includes('/macros/');
        const meant = request.method === 'GET' && request.caller === 'program' && path.test(request.path);
        if (!meant || next === 'done' || isApply !== (next === 'writing')) return undefined;
        next = isApply ? 'done' : 'writing';
        const begun = isApply ? beforeWriting() : atReading();
        underWay.push(begun.catch((error: unknown) => void failures.push(error)));
        return { kind: 'slow', ms: HELD_MS };
      };
      removes.push(faults.add(hook));
    },
    end: async () => {
      for (const remove of removes) remove();
      await Promise.all(underWay);
      if (failures.length > 0) throw new AggregateError(failures, 'somebody who came in between was refused');
    },
  };
}
