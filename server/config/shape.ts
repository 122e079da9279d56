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
