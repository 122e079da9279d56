import type { Stamp } from './stamp.ts';

/** The five categories that every ticket status belongs to; `closed` is no category of its own. */
export type StatusCategory = 'new' | 'open' | 'pending' | 'hold' | 'solved';

export interface CustomStatusRecord {
  id: number;
  status_category: StatusCategory;
  agent_label: string;
  end_user_label: string;
  description: string;
  end_user_description: string;
  active: boolean;
  /** One per category: the status of a ticket that is given the category only. */
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}
