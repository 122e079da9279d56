import { Router } from 'express';
import type { Phase } from './phase.ts';

/** One thing that must work; rejects where it doesn't. */
export type Check = () => Promise<void>;

export interface HealthOptions {
  /** Where the service is in its life; ready where left out. */
  readonly phase?: () => Phase;
  readonly checks: Readonly<Record<string, Check>>;
  /** What a person should know, though webhooks can be taken: undefined where there is nothing to say. */
  readonly warnings?: Readonly<Record<string, Warning>>;
  /** What else the service tells of itself; nothing of it decides whether it is ready. Nothing is told where it rejects. */
  readonly about?: () => Promise<object>;
}

/** Says nothing where it rejects: a check says why then. */
export type Warning = () => Promise<string | undefined>;

async function passes(check: Check): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false; // The answer says which; the log of whoever uses it says why.
  }
}

async function resultsOf(checks: Readonly<Record<string, Check>>): Promise<Record<string, 'ok' | 'failing'>> {
  const results = Object.entries(checks).map(
    async ([name, check]): Promise<[string, 'ok' | 'failing']> => [
      name,
      (await passes(check)) ? 'ok' : 'failing',
    ],
  );
  return Object.fromEntries(await Promise.all(results));
}

async function textsOf(warnings: Readonly<Record<string, Warning>>): Promise<Record<string, string>> {
  const told = Object.entries(warnings).map(async ([name, warning]): Promise<[string, string][]> => {
    const text = await warning().catch(() => undefined);
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries((await Promise.all(told)).flat());
}

/**
 * `/healthz`: the process is alive. `/readyz`: it can take webhooks; 503 names what is missing, or what is waited for.
 * An account that refuses the service doesn't make it unready, for wakes are stored all the same: it is said beside.
 */
export function healthRouter({
  checks,
  phase = () => ({ name: 'ready' }),
  warnings = {},
  about = async () => ({}),
}: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    const now = phase();
    if (now.name !== 'ready') {
      const waitingFor = now.name === 'starting' ? { waitingFor: now.waitingFor } : {};
      response.status(503).json({ status: now.name, ...waitingFor });
      return;
    }
    const results = await resultsOf(checks);
    const ready = Object.values(results).every((result) => result === 'ok');
    const told = await textsOf(warnings);
    const more = await about().catch(() => ({}));
    response.status(ready ? 200 : 503).json({
      status: ready ? 'ready' : 'not_ready',
      checks: results,
      ...(Object.keys(told).length > 0 ? { warnings: told } : {}),
      ...more,
    });
  });
  return router;
}
