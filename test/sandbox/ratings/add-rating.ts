import type { Account } from '../account/account.ts';
import type { RatingRecord, RatingScore, TicketRecord } from '../account/records.ts';

/** What is said by a rating. */
export interface NewRating {
  score: RatingScore;
  comment?: string | null | undefined;
  reason?: string | null | undefined;
  reasonCode?: number | null | undefined;
  id?: number | undefined;
}

/** Puts a state of a ticket's rating down; earlier ones stay in the list of ratings. */
export function addRating(account: Account, ticket: TicketRecord, input: NewRating): RatingRecord {
  const now = account.stamp();
  const rating: RatingRecord = {
    id: input.id ?? account.ids.next(),
    ticket_id: ticket.id,
    requester_id: ticket.requester_id,
    assignee_id: ticket.assignee_id,
    group_id: ticket.group_id,
    score: input.score,
    comment: input.comment ?? null,
    reason: input.reason ?? null,
    reason_code: input.reasonCode ?? null,
    created_at: now,
    updated_at: now,
  };
  account.ratings.set(rating.id, rating);
  return rating;
}
