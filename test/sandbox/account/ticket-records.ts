import type { Stamp } from './stamp.ts';

/** Where something came from; `source` is open, because each channel has its own. */
export interface Via {
  channel: string;
  source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

/** A value of a ticket field: text, number, flag, list of option tags, or nothing. */
export type FieldValue = string | number | boolean | string[] | null;

export interface TicketRecord {
  id: number;
  subject: string | null;
  description: string;
  status: TicketStatus;
  /** The custom status within the status's category. */
  custom_status_id: number | null;
  priority: string | null;
  type: string | null;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  group_id: number | null;
  organization_id: number | null;
  brand_id: number;
  ticket_form_id: number | null;
  problem_id: number | null;
  external_id: string | null;
  recipient: string | null;
  due_at: Stamp | null;
  via: Via;
  tags: string[];
  /** Values of custom fields by field id. */
  values: Map<number, FieldValue>;
  collaborator_ids: number[];
  follower_ids: number[];
  email_cc_ids: number[];
  followup_ids: number[];
  is_public: boolean;
  created_at: Stamp;
  updated_at: Stamp;
  /** When each status was last entered, for automations and views that count hours. */
  status_at: Partial<Record<TicketStatus, Stamp>>;
  assigned_at: Stamp | null;
  requester_updated_at: Stamp;
  assignee_updated_at: Stamp | null;
  deleted: boolean;
  /** Who deleted it and when, while it lies among the deleted tickets. */
  deletion: { actor_id: number; at: Stamp } | null;
}

/** One event of an audit; each type has its own properties besides these. */
export interface AuditEvent {
  id: number;
  type: string;
  via?: Via;
  [property: string]: unknown;
}

export interface AuditRecord {
  id: number;
  ticket_id: number;
  created_at: Stamp;
  author_id: number;
  metadata: { system: Record<string, unknown>; custom: Record<string, unknown> };
  via: Via;
  events: AuditEvent[];
}

export interface AttachmentRecord {
  id: number;
  file_name: string;
  content_type: string;
  size: number;
  content: Buffer;
  /** Shown in the text of its comment rather than in the list. */
  inline: boolean;
  /** Taken out of its comment for good. */
  redacted: boolean;
  malware_access_override: boolean;
  malware_scan_result: string;
}

/** Files waiting to be put on a comment. */
export interface UploadRecord {
  attachmentIds: number[];
  /** Epoch ms on the account's clock. */
  expiresAt: number;
}
