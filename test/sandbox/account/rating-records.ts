import type { Stamp } from './stamp.ts';

export type RatingScore = 'offered' | 'good' | 'bad';

/** One state of a ticket's satisfaction rating; the latest is the ticket's. */
export interface RatingRecord {
  id: number;
  ticket_id: number;
  requester_id: number;
  assignee_id: number | null;
  group_id: number | null;
  score: RatingScore;
  comment: string | null;
  reason: string | null;
  reason_code: number | null;
  created_at: Stamp;
  updated_at: Stamp;
}
