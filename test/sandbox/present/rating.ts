import type { Account } from '../account/account.ts';
import type { RatingRecord } from '../account/records.ts';
import { apiUrl } from './url.ts';

export function presentRating(account: Account, rating: RatingRecord): Record<string, unknown> {
  const { comment, reason, reason_code, ...rest } = rating;
  return {
    url: apiUrl(account, `satisfaction_ratings/${rating.id}`),
    ...rest,
    ...(comment === null ? {} : { comment }),
    ...(reason === null ? {} : { reason }),
    ...(reason_code === null ? {} : { reason_code }),
  };
}
