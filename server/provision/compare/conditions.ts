import type { RuleConditions } from '../account/schemas.ts';
import type { Condition, Conditions } from '../definition/rules.ts';
import type { Difference } from '../plan-types.ts';
import { difference } from './entry.ts';

type AnyCondition = RuleConditions['all'][number];

/** Zendesk answers a condition without value with null, an empty text or nothing. */
const conditionText = ({ field, operator, value }: AnyCondition | Condition): string =>
  [field, operator, Array.isArray(value) ? value.join(' ') : String(value ?? '')].join(' ').trim();

/** Order means nothing in a list of conditions. */
const listText = (conditions: readonly (AnyCondition | Condition)[]): string =>
  conditions.map(conditionText).sort().join(' · ');

export function conditionDifferences(found: RuleConditions, wanted: Conditions): Difference[] {
  return [
    ...difference('conditions, all', listText(found.all), listText(wanted.all)),
    ...difference('conditions, any', listText(found.any), listText(wanted.any)),
  ];
}

const conditionBody = ({ field, operator, value }: Condition): Record<string, string> =>
  value === null ? { field, operator } : { field, operator, value };

/** Conditions as Zendesk takes them; both lists, since sending one replaces both. */
export function conditionsBody({ all, any }: Conditions): { all: unknown[]; any: unknown[] } {
  return { all: all.map(conditionBody), any: any.map(conditionBody) };
}
