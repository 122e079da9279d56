/** One `zendesk-ratelimit-<endpoint>` header. */
export interface ToldEndpoint {
  readonly total: number;
  readonly remaining: number;
  readonly resetsInMs: number;
}

/** What a reply tells about limits; nothing where it doesn't. */
export interface ToldLimits {
  /** Of the whole account, calls a minute. */
  readonly limit?: number;
  /** Calls that the whole account has left, and for how long that holds. */
  readonly remaining?: number;
  readonly resetsInMs: number;
  readonly endpoints: readonly ToldEndpoint[];
}

const MINUTE = 60_000;
const LONGEST_ENDPOINT_MS = 10 * MINUTE;

// As seen in 2026, then the older names.
const LIMIT = ['ratelimit-limit', 'x-rate-limit', 'rate-limit-limit'];
const REMAINING = ['ratelimit-remaining', 'x-rate-limit-remaining', 'rate-limit-remaining'];
const RESET = ['ratelimit-reset', 'rate-limit-reset'];

function first(headers: Headers, names: readonly string[]): number | undefined {
  for (const name of names) {
    const found = /^\s*(\d{1,9})/.exec(headers.get(name) ?? '');
    if (found) return Number(found[1]);
  }
  return undefined;
}

/** `total=100; remaining=99; resets=41`. */
function endpointOf(value: string): ToldEndpoint | undefined {
  const part = (name: string): number | undefined => {
    const found = new RegExp(`(?:^|[;\\s])${name}=(\\d{1,9})`).exec(value);
    return found ? Number(found[1]) : undefined;
  };
  const [total, remaining, resets = 60] = [part('total'), part('remaining'), part('resets')];
  if (total === undefined || remaining === undefined) return undefined;
  return { total, remaining, resetsInMs: Math.min(resets * 1_000, LONGEST_ENDPOINT_MS) };
}

/** Reads the headers about limits, in any of the forms in use; what can't be read is left out. */
export function toldLimits(headers: Headers): ToldLimits {
  const [limit, remaining, reset] = [first(headers, LIMIT), first(headers, REMAINING), first(headers, RESET)];
  const endpoints = [...headers].flatMap(([name, value]) =>
    name.startsWith('zendesk-ratelimit-') ? (endpointOf(value) ?? []) : [],
  );
  return {
    // No account has a limit of nothing: that would hold up everything for good.
    ...(limit ? { limit } : {}),
    ...(remaining === undefined ? {} : { remaining }),
    resetsInMs: Math.min((reset ?? 60) * 1_000, MINUTE),
    endpoints,
  };
}
