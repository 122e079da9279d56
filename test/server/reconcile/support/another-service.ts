import { pino } from 'pino';
import { readConfig } from '../../../../server/config.ts';
import { type Service, startService } from '../../../../server/start.ts';
import { createPrepare } from '../../../../server/start-up/prepare.ts';
import type { World } from './world.ts';

/** One more service on the world's database; it reaches the account at `url` where that is not the account's own. `settings` as in the environment. */
export async function anotherService(
  { demo, databaseUrl }: World,
  url = demo.sandbox.url,
  settings: Readonly<Record<string, string>> = {},
): Promise<Service> {
  const { clientId, clientSecret, clock } = demo.sandbox;
  const read = readConfig({
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: 'http://127.0.0.1:1',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    QUIET_MS: '100',
    RATE_SHARE: '100',
    ...settings,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return startService({
    config: read.config,
    log: pino({ level: 'silent' }),
    clock,
    prepare: createPrepare(),
  });
}
