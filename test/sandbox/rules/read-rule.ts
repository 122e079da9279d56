import type { Account } from '../account/account.ts';
import type * as records from '../account/records.ts';
import { blank, recordInvalid } from '../fault.ts';
import { flagOf, idOf, isObject, type JsonObject, listOf, objectOf, textOf, wordOf } from '../json.ts';
import { checkLoop } from './check-automation.ts';
import { checkActions, checkConditions } from './check-rule.ts';
import { firstCategory } from './trigger-categories.ts';

/** Reading the bodies of triggers, automations, macros and views, for the API and for seeds alike. */

/** What all rules share. `known` is the rule being updated. @throws Fault 422 without a title */
export function readCommon(
  account: Account,
  body: JsonObject,
  known: records.RuleRecord | undefined,
  siblings: number,
): records.RuleRecord {
  const now = account.stamp();
  const title = textOf(body.title) ?? textOf(body.raw_title) ?? known?.title ?? '';
  if (title.trim() === '') throw blank('title', 'Title');
  return {
    id: known?.id ?? idOf(body.id) ?? account.ids.next(),
    title,
    description: 'description' in body ? (textOf(body.description) ?? null) : (known?.description ?? null),
    active: flagOf(body.active) ?? known?.active ?? true,
    position: idOf(body.position) ?? known?.position ?? siblings + 1,
    default: known?.default ?? flagOf(body.default) ?? false,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

export function readMacro(
  account: Account,
  body: JsonObject,
  known?: records.MacroRecord,
): records.MacroRecord {
  const actions = 'actions' in body ? readActions(body.actions) : (known?.actions ?? []);
  if (actions.length === 0) throw noActions();
  checkActions(account, 'macro', actions);
  const restriction = 'restriction' in body ? (body.restriction ?? null) : (known?.restriction ?? null);
  return { ...readCommon(account, body, known, account.macros.size), actions, restriction };
}

/** Naming conditions or actions of an existing trigger replaces both. @throws Fault 422 */
export function readTrigger(
  account: Account,
  body: JsonObject,
  known?: records.TriggerRecord,
): records.TriggerRecord {
  const replaced =
    known === undefined || 'conditions' in body || 'actions' in body || 'all' in body || 'any' in body;
  const conditions = replaced ? readConditions(body) : known.conditions;
  const actions = replaced ? readActions(body.actions) : known.actions;
  if (actions.length === 0) throw noActions();
  checkConditions(account, 'trigger', conditions);
  checkActions(account, 'trigger', actions);
  for (const action of actions) requireWebhook(account, action);
  const category_id = readCategory(account, body, known);
  return { ...readCommon(account, body, known, account.triggers.size), conditions, actions, category_id };
}

/** The category a trigger names, else the first there is. @throws Fault 422 for one there is not */
function readCategory(account: Account, body: JsonObject, known?: records.TriggerRecord): string {
  const asked = wordOf(body.category_id);
  if (asked === undefined) return known?.category_id ?? firstCategory(account).id;
  if (account.triggerCategories.has(asked)) return asked;
  throw recordInvalid({
    category_id: [{ description: 'Category: is invalid', error: 'InvalidValue' }],
  });
}

function requireWebhook(account: Account, action: records.RuleAction): void {
  if (action.field !== 'notification_webhook') return;
  const webhook = account.webhooks.get(wordOf(listOf(action.value)[0]) ?? '');
  if (webhook?.subscriptions.includes('conditional_ticket_events')) return;
  throw recordInvalid({
    actions: [
      {
        description: 'Actions: the webhook does not exist or cannot be called by triggers',
        error: 'InvalidValue',
      },
    ],
  });
}

export function readAutomation(
  account: Account,
  body: JsonObject,
  known?: records.AutomationRecord,
): records.AutomationRecord {
  const conditions =
    known && !('conditions' in body || 'all' in body) ? known.conditions : readConditions(body);
  const actions = known && !('actions' in body) ? known.actions : readActions(body.actions);
  if (actions.length === 0) throw noActions();
  checkConditions(account, 'automation', conditions);
  checkActions(account, 'automation', actions);
  for (const action of actions) requireWebhook(account, action);
  checkLoop(conditions, actions);
  return { ...readCommon(account, body, known, account.automations.size), conditions, actions };
}

/** `{conditions: {all, any}}`, or `all` and `any` beside the title as views send them. */
export function readConditions(body: JsonObject): records.RuleConditions {
  const source = isObject(body.conditions) ? body.conditions : body;
  return { all: readConditionList(source.all), any: readConditionList(source.any) };
}

function readConditionList(value: unknown): records.RuleCondition[] {
  return listOf(value).map((entry) => {
    const condition = objectOf(entry);
    const field = textOf(condition.field);
    if (!field)
      throw recordInvalid({
        conditions: [{ description: 'Conditions: a condition needs a field', error: 'InvalidValue' }],
      });
    return { field, operator: textOf(condition.operator) ?? 'is', value: condition.value ?? null };
  });
}

function readActions(value: unknown): records.RuleAction[] {
  return listOf(value).map((entry) => {
    const action = objectOf(entry);
    const field = textOf(action.field);
    if (!field)
      throw recordInvalid({
        actions: [{ description: 'Actions: an action needs a field', error: 'InvalidValue' }],
      });
    return { field, value: action.value ?? null };
  });
}

const noActions = () =>
  recordInvalid({ actions: [{ description: 'Actions: cannot be blank', error: 'BlankValue' }] });
