import type { Account } from '../account/account.ts';

/** The address of a record, as its `url` property prints it. */
export function apiUrl(account: Account, path: string): string {
  return `${account.origin}/api/v2/${path}.json`;
}
