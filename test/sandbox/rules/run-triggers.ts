import type { Account } from '../account/account.ts';
import type { TriggerRecord } from '../account/records.ts';
import { matches } from './conditions.ts';
import { type Draft, ruleVia } from './draft.ts';
import { fire } from './fire.ts';
import { categoriesInOrder } from './trigger-categories.ts';

/** Active triggers in the order in which they run. */
export function triggersInOrder(account: Account): TriggerRecord[] {
  return allTriggersInOrder(account).filter((trigger) => trigger.active);
}

/** All triggers: category by category, and by position within each. */
export function allTriggersInOrder(account: Account): TriggerRecord[] {
  const place = new Map(categoriesInOrder(account).map(({ id }, index) => [id, index]));
  const category = (trigger: TriggerRecord) => place.get(trigger.category_id) ?? place.size;
  return [...account.triggers.values()].sort(
    (a, b) => category(a) - category(b) || a.position - b.position || a.id - b.id,
  );
}

/**
 * Runs the triggers on an update. Each fires at most once; whenever one changed the ticket, checking starts
 * again from the first, because what failed before may hold now.
 */
export function runTriggers(draft: Draft): void {
  const waiting = triggersInOrder(draft.account);
  let from = 0;
  while (from < waiting.length) {
    const trigger = waiting[from];
    if (!trigger || !matches(trigger.conditions, subjectOf(draft))) {
      from += 1;
      continue;
    }
    waiting.splice(from, 1);
    const changed = fire(draft, trigger.actions, { id: trigger.id, via: ruleVia(trigger, 'trigger') });
    if (changed) from = 0;
  }
}

function subjectOf(draft: Draft) {
  const { account, ticket, before, actor, comment, audit } = draft;
  return {
    account,
    ticket,
    before,
    update: { type: before ? ('Change' as const) : ('Create' as const), actor, comment, audit },
  };
}
