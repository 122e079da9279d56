import type { RequestHandler } from 'express';

/** What a fault may do with an API request before any route sees it. */
export type FaultHook = (request: { method: string; path: string }) => FaultEffect | undefined;

/** An answer in place of the real one, or a connection that is cut. */
export type FaultEffect = { status: number; body?: string; headers?: Record<string, string> } | { cut: true };

/** Faults that are switched on. They are asked in turn; the first that has something to say decides. */
export interface Faults {
  /** Switches a fault on; the result switches it off. */
  add(hook: FaultHook): () => void;
  clear(): void;
}

export function createFaults(): { faults: Faults; middleware: RequestHandler } {
  const hooks = new Set<FaultHook>();
  const middleware: RequestHandler = (req, res, next) => {
    for (const hook of hooks) {
      const effect = hook({ method: req.method, path: req.originalUrl });
      if (!effect) continue;
      if ('cut' in effect) {
        req.socket.destroy();
        return;
      }
      res
        .set(effect.headers ?? {})
        .status(effect.status)
        .send(effect.body ?? '');
      return;
    }
    next();
  };
  return {
    faults: {
      add(hook) {
        hooks.add(hook);
        return () => hooks.delete(hook);
      },
      clear: () => hooks.clear(),
    },
    middleware,
  };
}
