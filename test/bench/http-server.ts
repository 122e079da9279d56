import { createApi } from '../../server/api/router.ts';
import { systemClock } from '../../server/clock.ts';
import { createApp } from '../../server/http/app.ts';
import { createBatch } from '../../server/http/batch.ts';
import type { WebhookPayload } from '../../server/http/payload.ts';
import { serve } from '../../server/http/serve.ts';
import { createSessions } from '../../server/leads/session.ts';
import { openLedger } from '../../server/ledger/index.ts';
import { createLog } from '../../server/log.ts';
import { createMetrics } from '../../server/metrics/index.ts';

/*
 * The service's HTTP side in a process of its own, for http-memory.ts: told the database and the secret as arguments;
 * tells its port, and its memory after a collection whenever it is sent a message.
 */
const [databaseUrl = '', secret = ''] = process.argv.slice(2);
const log = createLog('silent');
const ledger = await openLedger({ databaseUrl, onError: () => {} });
const metrics = createMetrics();
const app = createApp({
  secrets: () => [secret],
  wake: createBatch<WebhookPayload>((payloads) =>
    ledger.wake(payloads.map((payload) => ({ ...payload, at: Date.now() }))),
  ),
  log,
  checks: { database: ledger.ping },
  metrics: { metrics, token: undefined },
  api: createApi({
    ledger,
    clock: systemClock,
    tokens: { account: 'bench', secrets: [secret] },
    leads: {
      sessions: createSessions({ account: 'bench', secrets: [secret] }),
      directory: {
        accessOf: async () => ({ ok: true, access: 'lead', asOf: Date.now() }),
        staff: async () => undefined,
      },
    },
    version: '0',
    log,
    perSecond: 1e6,
  }),
});
const served = await serve(app, { port: 0, host: '127.0.0.1' });
process.send?.({ port: served.port });
process.on('message', () => {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({ heapUsed, rss, external });
});
process.on('disconnect', () => process.exit(0));
