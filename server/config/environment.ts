import { z } from 'zod';
import { address, appSecret, names, proxies, required, whole } from './kinds.ts';
import type { ConfigFault } from './shape.ts';

/** Every setting by the name of its variable, read and checked by itself. */
export const environment = z.object({
  ZENDESK_URL: address('is not set: the address of the account, e.g. https://example.zendesk.com', {
    withPath: false,
  }),
  ZENDESK_CLIENT_ID: required('is not set: the identifier of the OAuth client of the service user'),
  ZENDESK_CLIENT_SECRET: required('is not set: the secret of the OAuth client of the service user'),
  ZENDESK_SCOPE: z.string().default('read tickets:write'),
  PROVISION_CLIENT_ID: z.string().optional(),
  PROVISION_CLIENT_SECRET: z.string().optional(),
  PUBLIC_URL: address(
    'is not set: the address at which Zendesk reaches this service, e.g. https://clock.example.com',
    { withPath: true },
  ),
  TRUST_PROXY: proxies,
  PORT: whole(0, 65_535, 3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      'must look like postgres://user:password@host:5432/database',
    )
    .optional(),
  DATA_DIR: z.string().default('.data'),
  POLICY: z.string().default('policies/ask4.yaml'),
  LIVE_SINCE: z.iso
    .datetime({ offset: true, error: 'must be a time with its zone, e.g. 2026-04-01T09:00:00Z' })
    .transform((text) => Date.parse(text))
    .optional(),
  WEBHOOK_SECRET: z.string().optional(),
  WEBHOOK_SECRET_PREVIOUS: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  CONCURRENCY: whole(1, 50, 4),
  QUIET_MS: whole(0, 60_000, 3_000),
  SWEEP_MINUTES: whole(1, 60, 5),
  RATE_SHARE: whole(1, 100, 50),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  ZENDESK_ACCOUNT: z.string().optional(),
  LEAD_GROUPS: names,
  LEAD_ROLES: names,
  DASHBOARD_DIR: z.string().optional(),
  APP_SHARED_SECRET: appSecret.optional(),
  APP_SHARED_SECRET_PREVIOUS: appSecret.optional(),
});

export type Environment = z.infer<typeof environment>;

/** Settings that go with others which are not there. */
export function faultsAmong(env: Environment): ConfigFault[] {
  const faults: ConfigFault[] = [];
  if (env.WEBHOOK_SECRET_PREVIOUS !== undefined && env.WEBHOOK_SECRET === undefined) {
    faults.push({
      name: 'WEBHOOK_SECRET_PREVIOUS',
      message: 'is set without WEBHOOK_SECRET: set both, or neither',
    });
  }
  if (env.APP_SHARED_SECRET_PREVIOUS !== undefined && env.APP_SHARED_SECRET === undefined) {
    faults.push({
      name: 'APP_SHARED_SECRET_PREVIOUS',
      message: 'is set without APP_SHARED_SECRET: set both, or neither',
    });
  }
  if ((env.PROVISION_CLIENT_ID === undefined) !== (env.PROVISION_CLIENT_SECRET === undefined)) {
    const name = env.PROVISION_CLIENT_ID === undefined ? 'PROVISION_CLIENT_ID' : 'PROVISION_CLIENT_SECRET';
    faults.push({
      name,
      message: 'is not set: set both PROVISION_CLIENT_ID and PROVISION_CLIENT_SECRET, or neither',
    });
  }
  return faults;
}
