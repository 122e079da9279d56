import type { Account } from '../account/account.ts';
import { forbidden, recordNotFound } from '../fault.ts';
import type { Gate } from '../webhooks/gate.ts';
import type { Effect } from './effect.ts';
import { requesterNotifications } from './notifications.ts';
import type { AskedPreset } from './read-preset.ts';
import type { FaultMatch } from './rule.ts';

/** What named faults can reach. */
export interface FaultWorld {
  account: Account;
  gate: Gate;
  /** Ends all access tokens, as an administrator may. */
  revokeTokens(): void;
  /** Lets all access tokens be past their time. */
  expireTokens(): void;
}

export interface PresetDeps {
  world: FaultWorld;
  random: () => number;
  onStrike(): void;
}

/** Either a way to strike requests, or something done to the account and the way to undo it; nothing to undo where it is over at once. */
export type PresetStart = { effect: Effect; match?: FaultMatch } | { off: (() => void) | undefined };

const html = { 'content-type': 'text/html; charset=utf-8' };
const BAD_GATEWAY =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const UNAVAILABLE = { error: 'ServiceUnavailable', description: 'Service is temporarily unavailable' };
const RATE_LIMITED = {
  error: 'APIRateLimitExceeded',
  description: 'Number of allowed API requests per minute exceeded',
};

const after = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': String(seconds) };
const answer = (status: number, body: string | object, headers: Record<string, string> = {}) => ({
  effect: { kind: 'answer' as const, status, body, headers },
});

/** Begins what a named fault stands for. */
export function startPreset(asked: AskedPreset, deps: PresetDeps): PresetStart {
  const { ms, retryAfterS } = asked;
  switch (asked.name) {
    case 'rate-limit':
      return answer(429, RATE_LIMITED, after(retryAfterS));
    case 'server-error':
      return answer(500, { error: 'InternalError', description: 'Internal Server Error' });
    case 'bad-gateway':
      return answer(502, BAD_GATEWAY, html);
    case 'unavailable':
      return answer(503, UNAVAILABLE, after(retryAfterS));
    case 'forbidden':
      return answer(403, forbidden().body);
    case 'macro-missing':
      return { ...answer(404, recordNotFound().body), match: { path: '/\\/macros\\/\\d+/' } };
    case 'slow':
      return { effect: { kind: 'slow', ms: ms ?? 0 } };
    case 'timeout-before':
      return { effect: { kind: 'silence', when: 'before', ms } };
    case 'timeout-after':
      return { effect: { kind: 'silence', when: 'after', ms } };
    case 'reset-before':
    case 'refuse-connections':
      return { effect: { kind: 'reset', when: 'before' } };
    case 'reset-after':
      return { effect: { kind: 'reset', when: 'after' } };
    case 'malformed':
      return { effect: { kind: 'malformed' } };
    case 'database-conflict':
      return { effect: { kind: 'conflict', error: 'DatabaseConflict' }, match: { path: '/tickets' } };
    default:
      return { off: change(asked, deps) };
  }
}

/** Does something to the account or its webhooks; answers with the way to undo it. */
function change(asked: AskedPreset, { world, random, onStrike }: PresetDeps): (() => void) | undefined {
  const { lag } = world.account;
  const { share = 1 } = asked.reach;
  switch (asked.name) {
    case 'token-revoked':
      world.revokeTokens();
      return undefined;
    case 'token-expired':
      world.expireTokens();
      return undefined;
    case 'stale-reads':
      return behind(lag, 'readMs', asked.ms);
    case 'search-lag':
      return behind(lag, 'searchMs', asked.ms);
    case 'notifications-off':
      return requesterNotifications(world.account);
    case 'webhook-outage':
      return world.gate.outage(asked.mode, onStrike);
    case 'webhook-duplicates':
      return world.gate.duplicates(() => {
        const strikes = random() < share;
        if (strikes) onStrike();
        return strikes;
      });
    case 'webhook-reordering':
      return world.gate.reordering(asked.ms ?? 0, onStrike);
    default:
      throw new Error(`The fault ${asked.name} has no beginning.`);
  }
}

function behind(lag: Account['lag'], what: keyof Account['lag'], ms = 0): () => void {
  lag[what] = ms;
  return () => {
    lag[what] = 0;
  };
}
