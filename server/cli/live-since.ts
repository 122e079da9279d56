import type { Config } from '../config.ts';
import type { Ledger } from '../ledger/index.ts';
import { discoverAccount } from '../provision/discover.ts';
import { triggerMadeAt } from '../start-up/live-since.ts';
import type { ZendeskRest } from '../zendesk/port.ts';

export interface LiveSince {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The setting, the ledger, or, where both are silent, when the product's trigger was made. */
  readonly from: 'LIVE_SINCE' | 'ledger' | 'trigger';
}

export interface LiveSinceParts {
  readonly config: Pick<Config, 'liveSince'>;
  readonly ledger: Pick<Ledger, 'readSetting'>;
  readonly zendesk: { readonly rest: ZendeskRest };
}

/**
 * Since when complaints are acknowledged: those recorded before are taken in silently. An emptied ledger has forgotten
 * it; the trigger is never younger than the first start, so nothing that is owed is dropped. Rejects with an error
 * that says what to do where the account has no such trigger.
 */
export async function liveSinceOf({ config, ledger, zendesk }: LiveSinceParts): Promise<LiveSince> {
  if (config.liveSince !== undefined) return { at: config.liveSince, from: 'LIVE_SINCE' };
  const known = await ledger.readSetting('live_since');
  if (known !== undefined) return { at: Date.parse(known), from: 'ledger' };
  return { at: await triggerMadeAt(zendesk.rest, await triggerIdOf(zendesk.rest)), from: 'trigger' };
}

/** The product's trigger. Rejects with an error that says what to do where the account is not ready. */
export async function triggerIdOf(rest: ZendeskRest): Promise<number> {
  // The webhook's secret plays no part here.
  const found = await discoverAccount(rest, { signingSecret: 'not needed' });
  if (found.ok) return found.account.triggerId;
  throw new Error(found.missing.map(({ key, message }) => `${key}: ${message}`).join('\n'));
}
