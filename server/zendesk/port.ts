import type { Instant } from '../../domain/local-date.ts';

/** Zendesk's ticket states; accounts with custom states still report one of these as `status`. */
export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
export type TicketType = 'question' | 'incident' | 'problem' | 'task';

/** A custom field's value: text and option tags, numbers, checkboxes, the tags of a multi-select. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** How a ticket or an audit came about. */
export interface Via {
  /** `web`, `email`, `api`, `rule`, `native_messaging` ...; Zendesk adds new ones. */
  readonly channel: string;
  /** `follow_up`, `trigger`, `automation` ... where Zendesk says so. */
  readonly rel?: string;
  /** The closed ticket that a follow-up continues. */
  readonly followUpOf?: number;
  /** On an audit by which tickets were merged: those on the other side, be it the sources or the target. */
  readonly mergedWith?: readonly number[];
}

/** A ticket as read at one moment. Stamps have whole seconds. */
export interface Ticket {
  readonly id: number;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly type: TicketType | null;
  readonly tags: readonly string[];
  readonly customFields: ReadonlyMap<number, FieldValue>;
  readonly requesterId: number;
  readonly submitterId: number;
  readonly assigneeId: number | null;
  readonly groupId: number | null;
  readonly brandId: number | null;
  readonly formId: number | null;
  readonly organizationId: number | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** `updated_at` exactly as Zendesk wrote it, to be sent back as `updated_stamp`. */
  readonly updatedStamp: string;
  readonly dueAt: Instant | null;
  readonly via: Via;
  /** A chat or messaging conversation, where comments by API may not reach the customer. */
  readonly isMessaging: boolean;
  /** What the requester said in Zendesk's own survey, `offered` where nothing yet; null where never asked. */
  readonly rating: 'offered' | 'good' | 'bad' | null;
  /** The tickets that continue it; Zendesk tells once it is closed. */
  readonly followUpIds?: readonly number[];
}

/** One entry of a ticket's history: what one update did. Never changes once read, as far as we use it. */
export interface Audit {
  readonly id: number;
  readonly ticketId: number;
  /** The updater, who may differ from the author of the comment; -1 is Zendesk itself. */
  readonly authorId: number;
  readonly createdAt: Instant;
  /** What the updater sent as `metadata`; outside data, to be parsed by whoever uses it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly via: Via;
  readonly events: readonly AuditEvent[];
}

/** `create` and `change` carry tags as a list, all else as text or null; a custom field's name is its id as text. */
export type AuditValue = string | readonly string[] | null;

/** `byRule`: done by a trigger or automation, not by the audit's author. */
export type AuditEvent =
  | { readonly kind: 'comment'; readonly public: boolean; readonly authorId: number; readonly body: string }
  | { readonly kind: 'create'; readonly field: string; readonly value: AuditValue; readonly byRule: boolean }
  | {
      readonly kind: 'change';
      readonly field: string;
      readonly value: AuditValue;
      readonly previous: AuditValue;
      readonly byRule: boolean;
    }
  | { readonly kind: 'macro'; readonly macroId: number }
  | { readonly kind: 'notification'; readonly recipients: readonly number[]; readonly triggerId?: number }
  | { readonly kind: 'other'; readonly type: string };

export interface ZendeskUser {
  readonly id: number;
  readonly name: string;
  readonly role: 'end-user' | 'agent' | 'admin';
  /** BCP 47, e.g. `de` or `en-GB`. */
  readonly locale: string;
  readonly email: string | null;
  readonly suspended: boolean;
  readonly active: boolean;
}

/** What a macro would put into the composer, rendered for one ticket; nothing is changed by asking. */
export interface MacroResult {
  readonly body: string;
  readonly htmlBody?: string;
  /** All tags that the ticket would have afterwards, where the macro touches tags. */
  readonly tags?: readonly string[];
  readonly public?: boolean;
}

/** One update of a ticket, in Zendesk's words; what is left out stays as it is. */
export interface TicketUpdate {
  readonly comment?: {
    readonly body?: string;
    readonly html_body?: string;
    readonly public: boolean;
    readonly author_id?: number;
  };
  /** Replaces all tags. */
  readonly tags?: readonly string[];
  readonly custom_fields?: readonly { readonly id: number; readonly value: FieldValue }[];
  readonly status?: TicketStatus;
  readonly type?: TicketType;
  /** ISO 8601; only for tickets of type `task`. */
  readonly due_at?: string | null;
  readonly assignee_id?: number | null;
  readonly group_id?: number | null;
  readonly macro_ids?: readonly number[];
  /** Becomes the audit's `metadata`. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Send `true` with `updated_stamp`, or leave both out: `false` acts like `true`. */
  readonly safe_update?: true;
  readonly updated_stamp?: string;
}

/** What reconcile needs of Zendesk. Every method rejects with a ZendeskError and nothing else. */
export interface ZendeskPort {
  /** The account's clock shows this much at least; undefined where it has not said so yet. Asks nothing. */
  timeAtLeast(): Instant | undefined;
  /** The user that the token belongs to; `unauthorized` where Zendesk answers as its anonymous user. */
  me(): Promise<ZendeskUser>;
  ticket(id: number): Promise<Ticket>;
  /** All pages, the oldest first. */
  audits(ticketId: number): Promise<Audit[]>;
  user(id: number): Promise<ZendeskUser>;
  /**
   * Users who come along with tickets (requester, submitter, assignee) and audits (who wrote), as they were at that
   * moment: each costs no call of its own. Told before the reading that they came with resolves.
   */
  onUsers(listener: (users: readonly ZendeskUser[]) => void): void;
  applyMacro(ticketId: number, macroId: number): Promise<MacroResult>;
  /** The ticket as the update left it; `conflict` where `safe_update` found it changed. */
  updateTicket(id: number, update: TicketUpdate): Promise<Ticket>;
}

export type Query = Readonly<Record<string, string | number | boolean>>;

export interface ListOptions {
  /** Asked with every page. */
  readonly query?: Query;
  /** Told of each page as a whole, unparsed: for what comes along with the entries. */
  readonly onPage?: (reply: unknown) => void;
}

/** Any path below `/api/v2`, e.g. `ticket_fields` or `webhooks/01ABC/signing_secret`; replies are unparsed. */
export interface ZendeskRest {
  get(path: string, query?: Query): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  put(path: string, body: unknown): Promise<unknown>;
  delete(path: string): Promise<void>;
  /** The entries under `key` of all pages (cursor paging, 100 a page). */
  list(path: string, key: string, options?: ListOptions): Promise<unknown[]>;
}
