/** How many calls Zendesk takes of one kind in a span of time. */
export interface LimitRule {
  /** What is counted together. */
  readonly key: string;
  readonly spanMs: number;
  readonly most: number;
  /** Shared with the rest of the account, so that only the set share of it is ours. */
  readonly shared: boolean;
}

/** A call, as far as limits go by it. */
export interface LimitedRequest {
  readonly method: string;
  /** The path with `:id` in place of ids. */
  readonly endpoint: string;
  readonly path: string;
}

const MINUTE = 60_000;

/** The account's limit until a reply has told it: that of the smallest plan. */
export const CAREFUL_LIMIT = 200;

/** From this limit on Zendesk counts an account as high volume. */
const HIGH_VOLUME = 2_500;

/** The whole account's limit, which every call counts towards. */
export function accountRule(limit: number): LimitRule {
  return { key: 'account', spanMs: MINUTE, most: limit, shared: true };
}

/**
 * The limits of single endpoints that Zendesk documents ("Endpoint rate limits", as of November 2026).
 * @param limit the account's limit per minute, by which high-volume accounts are told
 */
export function endpointRules({ method, endpoint, path }: LimitedRequest, limit: number): LimitRule[] {
  const high = limit >= HIGH_VOLUME;
  if (method === 'PUT' && endpoint === '/tickets/:id') {
    return [
      // For each user and ticket: nobody shares it with the service's own user.
      { key: `update ${path}`, spanMs: 10 * MINUTE, most: 30, shared: false },
      { key: 'update', spanMs: MINUTE, most: high ? 300 : 100, shared: true },
    ];
  }
  if (endpoint === '/search/export') return [{ key: endpoint, spanMs: MINUTE, most: 100, shared: true }];
  if (endpoint.startsWith('/incremental/'))
    return [{ key: '/incremental', spanMs: MINUTE, most: high ? 30 : 10, shared: true }];
  return [];
}
