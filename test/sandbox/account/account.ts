import type { SandboxClock } from '../clock.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import { createOutbox } from '../webhooks/outbox.ts';
import { type Bus, createBus } from './bus.ts';
import { createIds, type IdSource } from './ids.ts';
import type { Plan } from './plans.ts';
import type * as records from './records.ts';
import { stampOf } from './stamp.ts';
import { createTimedMap } from './timed-map.ts';

export interface AccountSettings {
  /** Numeric account id, sent with webhooks. */
  id: number;
  subdomain: string;
  name: string;
  locale: string;
  /** The languages that are switched on; all where absent. */
  locales?: readonly string[];
  timezone: string;
  plan: Plan;
  /** Is "CCs and followers" on? Then mails to requester and CCs are `NotificationWithCcs` events. */
  email_ccs: boolean;
  /** May agents tag tickets? Off: tags of requests and macros count for nothing. */
  tagging: boolean;
}

/** A mail that a notification of a trigger or automation sent. */
export interface SentMail {
  at: string;
  ticketId: number;
  to: string;
  subject: string;
  body: string;
  triggerId: number;
}

/** The whole account: records by id, and what happens around them. It holds state and no rules. */
export interface Account {
  settings: AccountSettings;
  clock: SandboxClock;
  ids: IdSource;
  bus: Bus;
  outbox: Outbox;
  mails: SentMail[];
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  users: Map<number, records.UserRecord>;
  groups: Map<number, records.GroupRecord>;
  memberships: Map<number, records.MembershipRecord>;
  organizations: Map<number, records.OrganizationRecord>;
  brands: Map<number, records.BrandRecord>;
  tickets: Map<number, records.TicketRecord>;
  /** Audits by ticket, oldest first. */
  audits: Map<number, records.AuditRecord[]>;
  attachments: Map<number, records.AttachmentRecord>;
  /** By token. */
  uploads: Map<string, records.UploadRecord>;
  customStatuses: Map<number, records.CustomStatusRecord>;
  customRoles: Map<number, records.CustomRoleRecord>;
  identities: Map<number, records.IdentityRecord>;
  fields: Map<number, records.FieldRecord>;
  forms: Map<number, records.FormRecord>;
  macros: Map<number, records.MacroRecord>;
  triggers: Map<number, records.TriggerRecord>;
  automations: Map<number, records.AutomationRecord>;
  views: Map<number, records.ViewRecord>;
  dynamicContent: Map<number, records.DynamicContentRecord>;
  /** Oldest first; the first is the account's default. */
  schedules: Map<number, records.ScheduleRecord>;
  /** The schedule that a rule gave a ticket, by ticket. */
  ticketSchedules: Map<number, number>;
  triggerCategories: Map<string, records.TriggerCategoryRecord>;
  organizationMemberships: Map<number, records.OrganizationMembershipRecord>;
  ratings: Map<number, records.RatingRecord>;
  suspended: Map<number, records.SuspendedRecord>;
  webhooks: Map<string, records.WebhookRecord>;
  jobs: Map<string, records.JobRecord>;
  /** While a seed is loaded, the instant it tells of; otherwise absent. */
  pinned: records.Stamp | undefined;
  /** The account's time as a stamp. */
  stamp(): records.Stamp;
  /** How far reads and the search index are behind the writes, in ms of the account's clock. Default 0. */
  lag: { readMs: number; searchMs: number };
  /** The account with its tickets and audits as they were so many ms ago; for reading only. */
  ago(ms: number): Account;
}

export function createAccount(settings: AccountSettings, clock: SandboxClock): Account {
  const timed = {
    now: () => clock.now(),
    recording: (): boolean => account.pinned === undefined,
  };
  const tickets = createTimedMap<records.TicketRecord>(timed);
  const audits = createTimedMap<records.AuditRecord[]>(timed);
  const account: Account = {
    settings,
    clock,
    ids: createIds(() => clock.now()),
    bus: createBus(),
    outbox: createOutbox(),
    mails: [],
    origin: '',
    users: new Map(),
    groups: new Map(),
    memberships: new Map(),
    organizations: new Map(),
    brands: new Map(),
    tickets,
    audits,
    attachments: new Map(),
    uploads: new Map(),
    customStatuses: new Map(),
    customRoles: new Map(),
    identities: new Map(),
    fields: new Map(),
    forms: new Map(),
    macros: new Map(),
    triggers: new Map(),
    automations: new Map(),
    views: new Map(),
    dynamicContent: new Map(),
    schedules: new Map(),
    ticketSchedules: new Map(),
    triggerCategories: new Map(),
    organizationMemberships: new Map(),
    ratings: new Map(),
    suspended: new Map(),
    webhooks: new Map(),
    jobs: new Map(),
    pinned: undefined,
    stamp: () => account.pinned ?? stampOf(clock.now()),
    lag: { readMs: 0, searchMs: 0 },
    ago(ms) {
      if (ms <= 0) return account;
      const then = clock.now() - ms;
      return { ...account, tickets: tickets.asOf(then), audits: audits.asOf(then) };
    },
  };
  return account;
}

/** The groups a user belongs to, default first. */
export function groupIdsOf(account: Account, userId: number): number[] {
  return [...account.memberships.values()]
    .filter((membership) => membership.user_id === userId)
    .sort((a, b) => Number(b.default) - Number(a.default))
    .map((membership) => membership.group_id);
}

export function isAgent(user: records.UserRecord | undefined): boolean {
  return user !== undefined && user.role !== 'end-user';
}
