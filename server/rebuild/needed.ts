import type { Instant } from '../../domain/local-date.ts';
import type { Ledger } from '../ledger/index.ts';

const KEY = 'rebuild_needed';

/** Remembers that the ledger was found empty although the account has cases. */
export function needRebuild(ledger: Pick<Ledger, 'writeSetting'>, at: Instant): Promise<void> {
  return ledger.writeSetting(KEY, new Date(at).toISOString());
}

/** The ledger holds again what the account tells. */
export function endNeed(ledger: Pick<Ledger, 'writeSetting'>): Promise<void> {
  return ledger.writeSetting(KEY, '');
}

/** What a person should know of a ledger that was emptied; undefined where it is whole. */
export async function rebuildNeededText(ledger: Pick<Ledger, 'readSetting'>): Promise<string | undefined> {
  const since = await ledger.readSetting(KEY);
  if (!since) return undefined;
  return `The ledger was found empty at ${since}, though the account has cases: run npm run rebuild. New complaints are acknowledged meanwhile; lists and figures lack older cases.`;
}
