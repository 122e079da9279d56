import { type Instant, SECOND } from '../../domain/local-date.ts';
import type { Waits } from '../waits.ts';

/** What time it is in the account, told by the `Date` of its replies; the machine's own clock plays no part. */
export interface AccountTime {
  /** To be told of each reply as it arrives. */
  heard(headers: Headers): void;
  /** The account's clock shows this much at least; undefined where no reply has said so yet. */
  atLeast(): Instant | undefined;
}

/**
 * A reply's `Date` was the account's time, cut to the second, before the reply arrived, so the account's clock is past it
 * by now, by as much as has gone by since. Only the newest reply is kept: nothing adds up over the hours.
 */
export function createAccountTime(waits: Pick<Waits, 'elapsed'>): AccountTime {
  let newest: { readonly date: Instant; readonly heardAt: number } | undefined;
  return {
    heard: (headers) => {
      const date = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(date)) newest = { date: date - (date % SECOND), heardAt: waits.elapsed() };
    },
    atLeast: () => newest && newest.date + Math.floor(waits.elapsed() - newest.heardAt),
  };
}
