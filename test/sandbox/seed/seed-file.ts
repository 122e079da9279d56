/** The shape of a seed file. Everything is optional; what is absent comes from Zendesk's defaults. */
export interface SeedFile {
  account?: {
    subdomain?: string;
    name?: string;
    locale?: string;
    timezone?: string;
    plan?: string;
    /** "CCs and followers": mails to requester and CCs are then `NotificationWithCcs` events. Default off. */
    email_ccs?: boolean;
  };
  groups?: { id: number; name: string }[];
  organizations?: { id: number; name: string; domain_names?: string[]; tags?: string[] }[];
  users?: SeedUser[];
  tickets?: SeedTicket[];
  /** Bodies as `POST /api/v2/ticket_fields` takes them, with an `id` if it matters. */
  ticket_fields?: Record<string, unknown>[];
  macros?: Record<string, unknown>[];
  /** Replaces Zendesk's standard triggers. */
  triggers?: Record<string, unknown>[];
  views?: Record<string, unknown>[];
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
}
