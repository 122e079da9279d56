import type { SandboxClock } from '../clock.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import { createOutbox } from '../webhooks/outbox.ts';
import { type Bus, createBus } from './bus.ts';
import { createIds, type IdSource } from './ids.ts';
import type { Plan } from './plans.ts';
import type * as records from './records.ts';
import { stampOf } from './stamp.ts';

export interface AccountSettings {
  /** Numeric account id, sent with webhooks. */
  id: number;
  subdomain: string;
  name: string;
  locale: string;
  timezone: string;
  plan: Plan;
  /** Is "CCs and followers" on? Then mails to requester and CCs are `NotificationWithCcs` events. */
  email_ccs: boolean;
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
  uploads: Map<string, number[]>;
  fields: Map<number, records.FieldRecord>;
  forms: Map<number, records.FormRecord>;
  macros: Map<number, records.MacroRecord>;
  triggers: Map<number, records.TriggerRecord>;
  automations: Map<number, records.AutomationRecord>;
  views: Map<number, records.ViewRecord>;
  dynamicContent: Map<number, records.DynamicContentRecord>;
  webhooks: Map<string, records.WebhookRecord>;
  jobs: Map<string, records.JobRecord>;
  /** While a seed is loaded, the instant it tells of; otherwise absent. */
  pinned: records.Stamp | undefined;
  /** The account's time as a stamp. */
  stamp(): records.Stamp;
}

export function createAccount(settings: AccountSettings, clock: SandboxClock): Account {
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
    tickets: new Map(),
    audits: new Map(),
    attachments: new Map(),
    uploads: new Map(),
    fields: new Map(),
    forms: new Map(),
    macros: new Map(),
    triggers: new Map(),
    automations: new Map(),
    views: new Map(),
    dynamicContent: new Map(),
    webhooks: new Map(),
    jobs: new Map(),
    pinned: undefined,
    stamp: () => account.pinned ?? stampOf(clock.now()),
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
