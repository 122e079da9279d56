import type { Account } from './account.ts';

/** The account as a reader sees it: the present, or as long ago as reads are behind. */
export function readable(account: Account): Account {
  return account.ago(account.lag.readMs);
}

/** The account as search and views see it, whose index is behind by a time of its own. */
export function indexed(account: Account): Account {
  return account.ago(account.lag.searchMs);
}
