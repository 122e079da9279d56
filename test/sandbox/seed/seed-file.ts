/** The shape of a seed file. Everything is optional; what is absent comes from Zendesk's defaults. */
export interface SeedFile {
  account?: {
    subdomain?: string;
    name?: string;
    locale?: string;
    /** The languages that are switched on, such as `de` and `fr`; all that the sandbox knows if absent. */
    locales?: string[];
    timezone?: string;
    plan?: string;
    /** "CCs and followers": mails to requester and CCs are then `NotificationWithCcs` events. Default off. */
    email_ccs?: boolean;
    /** May agents tag tickets? Default on. */
    tagging?: boolean;
  };
  groups?: { id: number; name: string }[];
  organizations?: SeedOrganization[];
  /** Bodies as `POST /api/v2/custom_roles` takes them, with an `id`; before `users`, who name them. */
  custom_roles?: Record<string, unknown>[];
  users?: SeedUser[];
  tickets?: SeedTicket[];
  /** Bodies as `POST /api/v2/ticket_fields` takes them, with an `id` if it matters. */
  ticket_fields?: Record<string, unknown>[];
  /** Bodies as `POST /api/v2/dynamic_content/items` takes them; before the rules, which may use them. */
  dynamic_content?: Record<string, unknown>[];
  macros?: Record<string, unknown>[];
  /** Replaces Zendesk's standard triggers. */
  triggers?: Record<string, unknown>[];
  /** Replaces Zendesk's standard automations. */
  automations?: Record<string, unknown>[];
  /** Replaces Zendesk's standard views. */
  views?: Record<string, unknown>[];
  /** The first is the account's default. */
  schedules?: SeedSchedule[];
  satisfaction_ratings?: SeedRating[];
  suspended_tickets?: SeedSuspended[];
}

export interface SeedOrganization {
  id: number;
  name: string;
  domain_names?: string[];
  tags?: string[];
  details?: string | null;
  notes?: string | null;
  external_id?: string | null;
  group_id?: number | null;
}

export interface SeedSchedule {
  id?: number;
  name: string;
  /** Rails name (`London`) or IANA name. */
  time_zone: string;
  /** Minutes from Sunday 00:00; Monday to Friday, nine to five, if absent. */
  intervals?: { start_time: number; end_time: number }[];
  /** Civil dates, both included. */
  holidays?: { name: string; start_date: string; end_date: string }[];
}

export interface SeedRating {
  ticket_id: number;
  score: 'offered' | 'good' | 'bad';
  comment?: string;
  /** As a ticket's. */
  created_at?: string;
}

/** A mail that was kept out of the tickets. */
export interface SeedSuspended {
  id?: number;
  from: { name: string; email: string };
  subject: string;
  content: string;
  /** Zendesk's words; `Detected as spam` if absent. */
  cause?: string;
  /** The ticket it answers. */
  ticket_id?: number | null;
  created_at?: string;
}

export interface SeedUser {
  id: number;
  name: string;
  email?: string | null;
  role: 'admin' | 'agent' | 'end-user';
  locale?: string;
  time_zone?: string;
  group_ids?: number[];
  organization_id?: number | null;
  /** A role of `custom_roles`, for agents. */
  custom_role_id?: number | null;
  /** The seat whose user the OAuth client acts as. */
  service?: boolean;
  suspended?: boolean;
  phone?: string | null;
  details?: string;
  tags?: string[];
}

export interface SeedTicket {
  id: number;
  subject: string;
  requester_id: number;
  submitter_id?: number;
  assignee_id?: number | null;
  group_id?: number | null;
  /** `phone` is taken as Zendesk's `voice`. */
  via?: { channel: string; source?: Record<string, unknown> };
  status?: string;
  priority?: string | null;
  type?: string | null;
  tags?: string[];
  organization_id?: number | null;
  ticket_form_id?: number | null;
  external_id?: string | null;
  /** For tasks; as `created_at`. */
  due_at?: string | null;
  /** Users who get copies. */
  email_cc_ids?: number[];
  follower_ids?: number[];
  custom_fields?: { id: number; value: unknown }[];
  /** ISO, or relative to the start of the sandbox: `-2h`, `-30m`, `-3d`. */
  created_at?: string;
  comments: SeedComment[];
}

export interface SeedComment {
  author_id: number;
  body?: string;
  html_body?: string;
  public?: boolean;
  created_at?: string;
  attachments?: SeedAttachment[];
}

/** A file on a comment: text as `content`, anything else as `content_base64`. */
export interface SeedAttachment {
  file_name: string;
  /** `text/plain` for text, else `application/octet-stream`. */
  content_type?: string;
  content?: string;
  content_base64?: string;
  inline?: boolean;
}
