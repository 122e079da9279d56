import { Router } from 'express';

/** One thing that must work; rejects where it doesn't. */
export type Check = () => Promise<void>;

async function passes(check: Check): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false; // The answer says which; the log of whoever uses it says why.
  }
}

/** `/healthz`: the process is alive. `/readyz`: everything that it needs answers; 503 names what does not. */
export function healthRouter(checks: Readonly<Record<string, Check>>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]): Promise<[string, 'ok' | 'failing']> => [
          name,
          (await passes(check)) ? 'ok' : 'failing',
        ],
      ),
    );
    const ready = results.every(([, result]) => result === 'ok');
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not_ready', checks: Object.fromEntries(results) });
  });
  return router;
}
