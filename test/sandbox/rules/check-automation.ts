import type { RuleAction, RuleCondition, RuleConditions } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { wordOf, wordsOf } from '../json.ts';
import { rank } from './field-values.ts';
import { isTimeCondition, statusOfCondition } from './time-conditions.ts';

/**
 * An automation must wait for something, and must not run on the same ticket for ever: one of its conditions is
 * true for one hour only, or one of its actions makes a condition false.
 * @throws Fault 422. [?] Zendesk's wording
 */
export function checkLoop(conditions: RuleConditions, actions: readonly RuleAction[]): void {
  const { all } = conditions;
  if (!all.some(({ field }) => isTimeCondition(field)))
    throw refused('An automation must contain at least one time-based condition');
  const once = all.some(
    ({ field, operator }) => isTimeCondition(field) && /^is(_business_hours)?$/.test(operator),
  );
  const undone = all.some((condition) => actions.some((action) => nullifies(action, condition)));
  if (!once && !undone) {
    throw refused(
      'An automation must contain an action that makes one of its conditions false, or a condition that can only be true once',
    );
  }
}

/** Does the action make the condition false for good? */
function nullifies(action: RuleAction, condition: RuleCondition): boolean {
  if (condition.field === 'current_tags') return nullifiesTags(action, condition);
  const status = statusOfCondition(condition.field);
  if (status !== undefined) return action.field === 'status' && wordOf(action.value) !== status;
  if (action.field !== condition.field) return false;
  const [set, limit] = [wordOf(action.value) ?? '', wordOf(condition.value) ?? ''];
  switch (condition.operator) {
    case 'is':
      return set !== limit;
    case 'is_not':
      return set === limit;
    case 'less_than':
      return rank(condition.field, set) >= rank(condition.field, limit);
    case 'greater_than':
      return rank(condition.field, set) <= rank(condition.field, limit);
    case 'present':
      return set === '';
    case 'not_present':
      return set !== '';
    default:
      return false;
  }
}

function nullifiesTags(action: RuleAction, condition: RuleCondition): boolean {
  const [tags, wanted] = [wordsOf(action.value), wordsOf(condition.value)];
  const absent = condition.operator === 'not_includes';
  if (action.field === 'current_tags') return absent && wanted.some((tag) => tags.includes(tag));
  if (action.field === 'remove_tags') return !absent && wanted.every((tag) => tags.includes(tag));
  if (action.field === 'set_tags') return wanted.some((tag) => tags.includes(tag)) === absent;
  return false;
}

const refused = (description: string) => recordInvalid({ base: [{ description, error: 'InvalidValue' }] });
