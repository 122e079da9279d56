import type { Account } from '../../account/account.ts';
import { type ActingKind, type ActionDefinition, actionDefinitions } from './actions.ts';
import { type ConditionDefinition, conditionDefinitions, type RuleKind } from './conditions.ts';
import { presentOperator } from './operators.ts';
import type { Choice } from './values.ts';

/** What `/triggers/definitions` and its like answer: what rules of a kind can be made of. */
export function presentConditions(account: Account, kind: RuleKind): Record<string, unknown> {
  const all = conditionDefinitions(account, kind).map(presentCondition);
  return { conditions_all: all, conditions_any: all };
}

export function presentActions(account: Account, kind: ActingKind): Record<string, unknown>[] {
  return actionDefinitions(account, kind).map(presentAction);
}

function presentCondition(condition: ConditionDefinition): Record<string, unknown> {
  const { field, title, group, type, operators, choices } = condition;
  return {
    title,
    subject: field,
    type,
    group,
    nullable: choices.some(({ value }) => value === ''),
    repeatable: false,
    operators: operators.map(presentOperator),
    ...presentChoices(choices),
  };
}

function presentAction(action: ActionDefinition): Record<string, unknown> {
  const { field, title, group, type, repeatable, choices } = action;
  const nullable = choices.some(({ value }) => value === '');
  return { title, subject: field, type, group, nullable, repeatable, ...presentChoices(choices) };
}

function presentChoices(choices: readonly Choice[]): Record<string, unknown> {
  return choices.length === 0 ? {} : { values: choices.map((choice) => ({ ...choice, enabled: true })) };
}
