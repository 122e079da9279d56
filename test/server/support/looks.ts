import type { Look, LookRequest } from '../../../server/jobs/index.ts';

interface Held {
  readonly request: LookRequest;
  readonly release: () => void;
  readonly fail: (error: unknown) => void;
}

export interface HeldLooks {
  readonly look: Look;
  /** Looks that began, in order. */
  readonly begun: readonly LookRequest[];
  /** Those that haven't ended yet. */
  readonly open: readonly Held[];
}

/** Looks that end when the test says so. `save` runs in the transaction of each. */
export function heldLooks(nextLookAt?: () => number | undefined): HeldLooks {
  const begun: LookRequest[] = [];
  const open: Held[] = [];
  const look: Look = async (request) => {
    begun.push(request);
    await new Promise<void>((resolve, reject) => {
      const held: Held = {
        request,
        release: () => {
          open.splice(open.indexOf(held), 1);
          resolve();
        },
        fail: (error) => {
          open.splice(open.indexOf(held), 1);
          reject(error);
        },
      };
      open.push(held);
    });
    return { nextLookAt: nextLookAt?.(), save: async () => {} };
  };
  return { look, begun, open };
}
