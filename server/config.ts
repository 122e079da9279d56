import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, environment, faultsAmong } from './config/environment.ts';
import type { Config, ConfigFault } from './config/shape.ts';

export type { Config, ConfigFault } from './config/shape.ts';

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** Where `npm run build` puts it. */
const BUILT_PAGE = fileURLToPath(new URL('../dist/dashboard', import.meta.url));

const pathOf = (url: URL): string => url.pathname.replace(/\/$/, '');

/** `example` of `https://example.zendesk.com`; the whole name of any other host. */
function subdomainOf({ hostname }: URL): string {
  return hostname.endsWith('.zendesk.com') ? hostname.slice(0, -'.zendesk.com'.length) : hostname;
}

function toConfig(env: Environment): Config {
  return {
    zendesk: {
      baseUrl: env.ZENDESK_URL.origin,
      clientId: env.ZENDESK_CLIENT_ID,
      clientSecret: env.ZENDESK_CLIENT_SECRET,
      scope: env.ZENDESK_SCOPE,
    },
    provisionClient: {
      clientId: env.PROVISION_CLIENT_ID ?? env.ZENDESK_CLIENT_ID,
      clientSecret: env.PROVISION_CLIENT_SECRET ?? env.ZENDESK_CLIENT_SECRET,
    },
    publicUrl: `${env.PUBLIC_URL.origin}${pathOf(env.PUBLIC_URL)}`,
    basePath: pathOf(env.PUBLIC_URL),
    trustedProxies: env.TRUST_PROXY,
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR),
    policy: env.POLICY,
    liveSince: env.LIVE_SINCE,
    webhookSecrets: [env.WEBHOOK_SECRET, env.WEBHOOK_SECRET_PREVIOUS].filter(
      (secret) => secret !== undefined,
    ),
    logLevel: env.LOG_LEVEL,
    concurrency: env.CONCURRENCY,
    quietMs: env.QUIET_MS,
    sweepMinutes: env.SWEEP_MINUTES,
    rateShare: env.RATE_SHARE,
    metricsToken: env.METRICS_TOKEN,
    account: env.ZENDESK_ACCOUNT ?? subdomainOf(env.ZENDESK_URL),
    leads: { groups: env.LEAD_GROUPS, roles: env.LEAD_ROLES },
    dashboardDir: env.DASHBOARD_DIR ? resolve(env.DASHBOARD_DIR) : BUILT_PAGE,
    appSecrets: [env.APP_SHARED_SECRET, env.APP_SHARED_SECRET_PREVIOUS].filter(
      (secret) => secret !== undefined,
    ),
  };
}

/** Reads the settings, or lists everything that is wrong with them at once. An empty setting counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): ReadConfig {
  const set = Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []));
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      name: String(issue.path[0]),
      message: issue.message,
    }));
    return { ok: false, faults };
  }
  const faults = faultsAmong(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config: toConfig(parsed.data) };
}
