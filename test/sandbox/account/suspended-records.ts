import type { Stamp } from './stamp.ts';

/** A mail that was kept out of the tickets. */
export interface SuspendedRecord {
  id: number;
  author: { id: number | null; name: string; email: string };
  subject: string;
  content: string;
  cause: string;
  cause_id: number;
  message_id: string | null;
  recipient: string;
  /** The ticket it answers, if any. */
  ticket_id: number | null;
  brand_id: number;
  attachment_ids: number[];
  created_at: Stamp;
  updated_at: Stamp;
}
