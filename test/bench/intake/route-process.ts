import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { createApp } from '../../../server/http/app.ts';
import { createBatch } from '../../../server/http/batch.ts';
import type { WebhookPayload } from '../../../server/http/payload.ts';
import { serve } from '../../../server/http/serve.ts';
import { openLedger } from '../../../server/ledger/index.ts';
import { createLog } from '../../../server/log.ts';
import { createMetrics } from '../../../server/metrics/index.ts';
import { ROUTE_KINDS, type RouteKind } from './routes.ts';

/*
 * The webhook's route in a process of its own, told what stands behind it, the database and the secret; tells its port.
 * The route is the service's in all three: signature, payload, log and metrics are the same.
 */
type Wake = (payload: WebhookPayload) => Promise<void>;

/** As many connections as the ledger has. */
const CONNECTIONS = 10;

const WAKES: Readonly<Record<RouteKind, (databaseUrl: string) => Promise<Wake>>> = {
  durable: async (databaseUrl) => {
    const ledger = await openLedger({ databaseUrl, maxConnections: CONNECTIONS, onError: () => {} });
    return createBatch<WebhookPayload>((payloads) =>
      ledger.wake(payloads.map((payload) => ({ ...payload, at: Date.now() }))),
    );
  },
  bare: async () => async () => {},
  queue: async (databaseUrl) => {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      schedule: false,
      supervise: false,
    });
    await boss.start();
    await boss.createQueue('webhook');
    return async ({ ticketId }) => void (await boss.send('webhook', { ticketId }));
  },
};

const [kind, databaseUrl, secret] = z
  .tuple([z.enum(ROUTE_KINDS), z.string(), z.string()])
  .parse(process.argv.slice(2));
const app = createApp({
  secrets: () => [secret],
  wake: await WAKES[kind](databaseUrl),
  log: createLog('info'),
  checks: {},
  metrics: { metrics: createMetrics(), token: undefined },
});
const { port } = await serve(app, { port: 0, host: '127.0.0.1' });
process.send?.({ port });
process.on('disconnect', () => process.exit(0));
