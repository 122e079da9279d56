import { pino } from 'pino';
import { type CommandParts, openParts } from '../../../../server/cli/command-parts.ts';
import type { World } from '../../reconcile/support/world.ts';

/** What a command works with beside the service of a world, on the world's clock. */
export function partsBeside(
  world: World,
  { env = {}, signal }: { env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<CommandParts> {
  const { sandbox } = world.demo;
  return openParts({
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock: sandbox.clock,
    ...(signal ? { signal } : {}),
    env: {
      ZENDESK_URL: sandbox.url,
      ZENDESK_CLIENT_ID: sandbox.clientId,
      ZENDESK_CLIENT_SECRET: sandbox.clientSecret,
      PUBLIC_URL: 'http://127.0.0.1:1',
      DATABASE_URL: world.databaseUrl,
      QUIET_MS: '100',
      // A test does in a minute what an account sees in hours.
      RATE_SHARE: '100',
      ...env,
    },
  });
}

/** What a command says: its result, and what goes on meanwhile. */
export function captured() {
  const printed: string[] = [];
  const told: string[] = [];
  return {
    printed,
    told,
    output: {
      print: (line: string) => {
        printed.push(line);
      },
      tell: (line: string) => {
        told.push(line);
      },
    },
  };
}
