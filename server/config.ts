import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** All that the service is told from outside. */
export interface Config {
  readonly zendesk: {
    /** Without a path, e.g. `https://x.zendesk.com`. */
    readonly baseUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly scope: string;
  };
  /** The OAuth client that provisions, which keeps `write` away from the service; the service's own where not set. */
  readonly provisionClient: { readonly clientId: string; readonly clientSecret: string };
  /** Where Zendesk reaches the service, with the path that a proxy gives it, without a slash at its end. */
  readonly publicUrl: string;
  /** That path, e.g. `/complaints`, or nothing. */
  readonly basePath: string;
  /** The proxies whose `X-Forwarded-For` is believed: addresses, networks, or Express's names for some. Often none. */
  readonly trustedProxies: readonly string[];
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Undefined: the embedded Postgres, in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Path of the policy file. */
  readonly policy: string;
  /** Complaints before it are taken in silently; undefined: the first start. Epoch milliseconds. */
  readonly liveSince: number | undefined;
  /** The current secret and the one before; empty: read from the account. */
  readonly webhookSecrets: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Looks at the same time. */
  readonly concurrency: number;
  /** Milliseconds in which a ticket is looked at once at most. */
  readonly quietMs: number;
  /** Minutes between two sweeps. */
  readonly sweepMinutes: number;
  /** Percent of the account's rate limit that all processes together may use. */
  readonly rateShare: number;
  /** What asks for metrics must send it as a bearer token; undefined: metrics are told to this machine only. */
  readonly metricsToken: string | undefined;
  /** The account's subdomain, which the tokens of the app name. */
  readonly account: string;
  /** Who besides administrators sees every case: groups and custom roles of the account, by id or by name. */
  readonly leads: { readonly groups: readonly string[]; readonly roles: readonly string[] };
  /** Folder of the built page for team leads. */
  readonly dashboardDir: string;
  /** What the app's tokens are signed with, the current one first; empty: the app API is off. */
  readonly appSecrets: readonly string[];
}

export interface ConfigFault {
  /** The setting's name. */
  readonly name: string;
  /** What is wrong and how to mend it; never the value, which may be a secret. */
  readonly message: string;
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

/** Where `npm run build` puts it. */
const BUILT_PAGE = fileURLToPath(new URL('../dist/dashboard', import.meta.url));

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Names in a path, of letters that no proxy or router reads as anything else. */
const PLAIN_PATH = /^(\/[\w-][\w.-]*)*\/?$/;

/** An address, encrypted unless it stays on this machine. */
const address = (missing: string, { withPath }: { readonly withPath: boolean }) =>
  z.string({ error: missing }).transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
    const path = withPath ? PLAIN_PATH : /^\/$/;
    const bare = url && path.test(url.pathname) && !url.search && !url.hash && !url.username;
    const parts = withPath ? 'query or user, its path of plain letters' : 'path, query or user';
    if (!secure)
      context.addIssue({
        code: 'custom',
        message: 'must be an https:// address (http:// only on 127.0.0.1)',
      });
    else if (!bare) context.addIssue({ code: 'custom', message: `must be an address without ${parts}` });
    return url ?? z.NEVER;
  });

const pathOf = (url: URL): string => url.pathname.replace(/\/$/, '');

const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** `10.0.0.0/8`, `::1`, or a name that Express knows. */
function isProxy(text: string): boolean {
  if (PROXY_NAMES.has(text)) return true;
  const [, ip = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const kind = isIP(ip);
  return kind !== 0 && Number(bits ?? 0) <= (kind === 4 ? 32 : 128);
}

const proxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
  .refine(
    (list) => list.every(isProxy),
    'takes addresses or networks, divided by commas, as in 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  );

const required = (missing: string) => z.string({ error: missing });

const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be between ${least} and ${most}`)
    .default(otherwise);

const namesOf = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
  .refine((list) => list.length <= 50, 'may name 50 at most');

/** A key of HS256 has at least as many bytes as its hash (RFC 7518, 3.2). */
const appSecret = z.string().min(32, 'must have at least 32 characters, e.g. from "openssl rand -base64 32"');

const environment = z.object({
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
  LEAD_GROUPS: namesOf,
  LEAD_ROLES: namesOf,
  DASHBOARD_DIR: z.string().optional(),
  APP_SHARED_SECRET: appSecret.optional(),
  APP_SHARED_SECRET_PREVIOUS: appSecret.optional(),
});

type Environment = z.infer<typeof environment>;

/** `example` of `https://example.zendesk.com`; the whole name of any other host. */
function subdomainOf({ hostname }: URL): string {
  return hostname.endsWith('.zendesk.com') ? hostname.slice(0, -'.zendesk.com'.length) : hostname;
}

function faultsAmong(env: Environment): ConfigFault[] {
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
