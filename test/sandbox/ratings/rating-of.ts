import type { Account } from '../account/account.ts';
import type { RatingRecord } from '../account/records.ts';

/** The rating of a ticket as it stands; nothing while it was never offered. */
export function ratingOf(account: Account, ticketId: number): RatingRecord | undefined {
  return [...account.ratings.values()].filter((rating) => rating.ticket_id === ticketId).at(-1);
}

/** The rating as rules compare it: `unoffered`, `offered`, `good`, `goodwithcomment`, `bad`, `badwithcomment`. */
export function scoreWord(rating: RatingRecord | undefined): string {
  if (!rating) return 'unoffered';
  return rating.score === 'offered' || !rating.comment ? rating.score : `${rating.score}withcomment`;
}

/** `satisfaction_rating` as a ticket shows it. */
export function presentScore(rating: RatingRecord | undefined): Record<string, unknown> {
  if (!rating) return { score: 'unoffered' };
  if (rating.score === 'offered') return { score: 'offered' };
  const { id, score, comment, reason } = rating;
  return { id, score, comment, ...(reason === null ? {} : { reason }) };
}
