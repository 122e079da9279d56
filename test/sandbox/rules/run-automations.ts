import type { AutomationRecord, TicketRecord, UserRecord } from '../account/records.ts';
import { emptyChange } from '../tickets/change.ts';
import { newAudit, store } from '../tickets/save.ts';
import { noteTimes } from '../tickets/settle-status.ts';
import { matches } from './conditions.ts';
import { type Draft, ruleVia, type TicketDeps } from './draft.ts';
import { fire } from './fire.ts';
import { runTriggers } from './run-triggers.ts';

const LONGEST_SOLVED_MS = 28 * 86_400_000;

/** Zendesk's own user, to whom what no person did is put down. */
const SYSTEM_USER_ID = -1;

/** Keeps an automation from acting on the same ticket too often. */
export interface FiringLimit {
  mayFire(ruleId: number, ticketId: number): boolean;
  fired(ruleId: number, ticketId: number): void;
}

/**
 * Runs the automations once over all tickets, as Zendesk does every hour: rule by rule in their order. Closes what
 * has been solved for 28 days whatever the account's automations say.
 */
export function runAutomations(deps: TicketDeps, limit: FiringLimit): void {
  const { account } = deps;
  const rules = [...account.automations.values()]
    .filter((rule) => rule.active)
    .sort((a, b) => a.position - b.position || a.id - b.id);
  for (const rule of [...rules, CLOSING_AT_LAST]) {
    for (const { id } of [...account.tickets.values()]) runOn(deps, { id, rule, limit });
  }
}

/** What Zendesk does itself; it is no rule that the account could see. */
const CLOSING_AT_LAST: AutomationRecord = {
  id: 0,
  title: 'Close solved tickets',
  description: null,
  active: true,
  position: 0,
  default: true,
  created_at: '',
  updated_at: '',
  conditions: {
    all: [{ field: 'SOLVED', operator: 'greater_than', value: LONGEST_SOLVED_MS / 3_600_000 }],
    any: [],
  },
  actions: [{ field: 'status', value: 'closed' }],
};

/** One rule meeting one ticket. */
interface Meeting {
  id: number;
  rule: AutomationRecord;
  limit: FiringLimit;
}

function runOn(deps: TicketDeps, { id, rule, limit }: Meeting): void {
  const { account } = deps;
  const before = account.tickets.get(id);
  if (!before || before.deleted || before.status === 'closed') return;
  if (!limit.mayFire(rule.id, id) || !matches(rule.conditions, { account, ticket: before })) return;
  limit.fired(rule.id, id);
  const ticket = structuredClone(before);
  const actor = systemUser(deps);
  const via = ruleVia(rule, 'automation');
  const audit = newAudit(deps, id, emptyChange(), { user: actor, via });
  const draft: Draft = { ...deps, ticket, before, actor, comment: undefined, audit };
  fire(draft, rule.actions, { id: rule.id, via });
  if (audit.events.length === 0) return;
  save(draft, before);
}

function save(draft: Draft, before: TicketRecord): void {
  draft.ticket.updated_at = draft.account.stamp();
  runTriggers(draft);
  noteTimes(draft.account, draft.ticket, {
    before,
    actor: draft.actor,
    commentAuthor: undefined,
    statusAsked: false,
  });
  store(draft, draft.audit);
}

function systemUser(deps: TicketDeps): UserRecord {
  const { account } = deps;
  const now = account.stamp();
  return {
    id: SYSTEM_USER_ID,
    name: 'Zendesk',
    email: null,
    role: 'agent',
    locale: account.settings.locale,
    time_zone: account.settings.timezone,
    phone: null,
    details: '',
    notes: '',
    tags: [],
    organization_id: null,
    default_group_id: null,
    custom_role_id: null,
    external_id: null,
    suspended: false,
    active: true,
    verified: true,
    created_at: now,
    updated_at: now,
  };
}
