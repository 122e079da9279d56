import type { Account } from '../account/account.ts';
import type { RuleAction, RuleConditions } from '../account/records.ts';
import { type Detail, recordInvalid } from '../fault.ts';
import { idOf, listOf, wordOf } from '../json.ts';
import { type ActingKind, actionDefinitions } from './catalog/actions.ts';
import { conditionDefinitions, type RuleKind } from './catalog/conditions.ts';
import { isOperator } from './catalog/operators.ts';
import { customFieldId } from './field-values.ts';

/** Values that must be one of a known few, because a slip in them would make a rule that never works. */
const CLOSED_LISTS = ['status', 'priority', 'type', 'update_type', 'notification_group'];

/**
 * Checks the conditions of a rule against what rules of its kind can ask. Every fault is named.
 * @throws Fault 422. [?] Zendesk's wording is not known; the envelope is
 */
export function checkConditions(account: Account, kind: RuleKind, conditions: RuleConditions): void {
  const known = new Map(conditionDefinitions(account, kind).map((one) => [one.field, one]));
  const faults: Detail[] = [];
  for (const { field, operator, value } of [...conditions.all, ...conditions.any]) {
    const definition = known.get(plainName(field));
    if (!definition) faults.push(invalid(`Condition ${field} is invalid`));
    else if (!isOperator(operator))
      faults.push(invalid(`Operator ${operator} of condition ${field} is invalid`));
    else if (CLOSED_LISTS.includes(field) && !isChoice(definition.choices, value))
      faults.push(invalid(`Value ${wordOf(value) ?? 'null'} of condition ${field} is invalid`));
  }
  if (faults.length > 0) throw recordInvalid({ base: faults });
}

/** The same for actions. @throws Fault 422 */
export function checkActions(account: Account, kind: ActingKind, actions: readonly RuleAction[]): void {
  const known = new Map(actionDefinitions(account, kind).map((one) => [one.field, one]));
  const faults: Detail[] = [];
  for (const action of actions) {
    const definition = known.get(plainName(action.field));
    const problem = definition ? valueProblem(account, action, definition.choices) : 'is invalid';
    if (problem) faults.push(invalid(`Action ${action.field} ${problem}`));
  }
  if (faults.length > 0) throw recordInvalid({ base: faults });
}

function valueProblem(
  account: Account,
  { field, value }: RuleAction,
  choices: readonly { value: string }[],
): string | undefined {
  if (field === 'notification_user' || field === 'notification_group') {
    if (listOf(value).length < 3) return 'needs a recipient, a subject and a body';
    const [whom] = listOf(value);
    const id = idOf(whom);
    const there = isChoice(choices, whom) || (id !== undefined && account.users.has(id));
    return there ? undefined : 'names a recipient there is not';
  }
  if (field === 'notification_webhook')
    return listOf(value).length === 2 ? undefined : 'needs a webhook and a body';
  if (CLOSED_LISTS.includes(field) && !isChoice(choices, value))
    return `has the invalid value ${wordOf(value)}`;
  return undefined;
}

/** `ticket_fields_1` is another name for `custom_fields_1`. */
function plainName(field: string): string {
  const id = customFieldId(field);
  return id === undefined ? field : `custom_fields_${id}`;
}

function isChoice(choices: readonly { value: string }[], value: unknown): boolean {
  const word = wordOf(value) ?? '';
  // An operator without a value, such as `changed`, comes with an empty one or none.
  return word === '' || choices.some((choice) => choice.value === word);
}

const invalid = (description: string): Detail => ({ description, error: 'InvalidValue' });
