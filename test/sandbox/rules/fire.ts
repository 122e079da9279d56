import { localeById } from '../account/locales.ts';
import type { RuleAction } from '../account/records.ts';
import { idOf, listOf, textOf, wordOf } from '../json.ts';
import { addRating } from '../ratings/add-rating.ts';
import { ratingOf } from '../ratings/rating-of.ts';
import { applyChange } from '../tickets/apply-change.ts';
import { differences } from '../tickets/audit-values.ts';
import { settleStatus } from '../tickets/settle-status.ts';
import { changeOfActions } from './change-of-actions.ts';
import { auditsOf, type Draft } from './draft.ts';
import { type FiringRule, notify } from './notify.ts';

/** Carries out the actions of a trigger or automation on a draft. Says whether the ticket changed. */
export function fire(draft: Draft, actions: readonly RuleAction[], rule: FiringRule): boolean {
  const changed = changeTicket(draft, actions, rule);
  for (const action of actions) {
    if (action.field === 'notification_user' || action.field === 'notification_group')
      notify(draft, action, rule);
    if (action.field === 'notification_webhook') callWebhook(draft, action, rule);
    if (action.field === 'satisfaction_score') offerRating(draft, action, rule);
    if (action.field === 'set_schedule') setSchedule(draft, action);
    if (action.field === 'locale_id') setLanguage(draft, action);
  }
  return changed;
}

function changeTicket(draft: Draft, actions: readonly RuleAction[], rule: FiringRule): boolean {
  const { account, ticket, actor } = draft;
  const before = structuredClone(ticket);
  const change = changeOfActions(actions, { ticket, actor });
  applyChange(account, ticket, change);
  const statusAsked = change.attributes.status !== undefined;
  settleStatus(account, ticket, { before, actor, commentAuthor: undefined, statusAsked, byRule: true });
  const found = differences(before, ticket);
  for (const difference of found) {
    draft.audit.events.push({ id: account.ids.next(), type: 'Change', via: rule.via, ...difference });
  }
  return found.length > 0;
}

/** Rules may offer a rating to be given; giving one is left to the requester. */
function offerRating(draft: Draft, action: RuleAction, rule: FiringRule): void {
  if (wordOf(action.value) !== 'offered') return;
  const { account, ticket } = draft;
  if (ratingOf(account, ticket.id) !== undefined) return;
  addRating(account, ticket, { score: 'offered' });
  const event = { field_name: 'satisfaction_score', value: 'offered', previous_value: 'unoffered' };
  draft.audit.events.push({ id: account.ids.next(), type: 'Change', via: rule.via, ...event });
}

function setSchedule({ account, ticket }: Draft, action: RuleAction): void {
  const schedule = account.schedules.get(idOf(action.value) ?? 0);
  if (schedule) account.ticketSchedules.set(ticket.id, schedule.id);
}

/** The language is the requester's: the action changes the person. */
function setLanguage({ account, ticket }: Draft, action: RuleAction): void {
  const locale = localeById(idOf(action.value) ?? 0);
  const requester = account.users.get(ticket.requester_id);
  if (!locale || !requester) return;
  account.users.set(requester.id, { ...requester, locale: locale.locale, updated_at: account.stamp() });
}

function callWebhook(draft: Draft, action: RuleAction, rule: FiringRule): void {
  const [id, template] = listOf(action.value);
  const webhookId = wordOf(id) ?? '';
  if (draft.account.webhooks.get(webhookId)?.status !== 'active') return;
  const { account, ticket, actor } = draft;
  const locale = account.settings.locale;
  const body = draft.renderer.text(textOf(template) ?? '', {
    ticket,
    actor,
    audits: auditsOf(draft),
    locale,
  });
  account.outbox.add({ webhookId, body, ticketId: ticket.id, ruleId: rule.id });
}
