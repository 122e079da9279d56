import type { Account } from '../account/account.ts';
import type * as records from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { type JsonObject, objectOf, textOf, wordOf, wordsOf } from '../json.ts';
import { checkConditions } from './check-rule.ts';
import { readCommon, readConditions } from './read-rule.ts';

/** Conditions a view must have one of among its `all`. */
const VIEW_NEEDS = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];
const MOST_COLUMNS = 10;

/** Reads a view, new or updated. @throws Fault 422 */
export function readView(account: Account, body: JsonObject, known?: records.ViewRecord): records.ViewRecord {
  const replaced = known === undefined || 'all' in body || 'any' in body || 'conditions' in body;
  const conditions = replaced ? readConditions(body) : known.conditions;
  if (!conditions.all.some((condition) => VIEW_NEEDS.includes(condition.field))) {
    const description =
      'View must contain at least one of the following conditions: status, type, group_id, assignee_id, requester_id';
    throw recordInvalid({ base: [{ description, error: 'InvalidValue' }] });
  }
  checkConditions(account, 'view', conditions);
  const output = readOutput(objectOf(body.output), known?.output);
  if (output.columns.length > MOST_COLUMNS) {
    throw recordInvalid({
      output: [{ description: 'Output: a view has at most 10 columns', error: 'TooLong' }],
    });
  }
  const restriction = 'restriction' in body ? (body.restriction ?? null) : (known?.restriction ?? null);
  return { ...readCommon(account, body, known, account.views.size), conditions, output, restriction };
}

const DEFAULT_OUTPUT: records.ViewOutput = {
  columns: ['subject', 'requester', 'created', 'priority', 'assignee'],
  group_by: null,
  group_order: 'asc',
  sort_by: 'created',
  sort_order: 'desc',
};

function readOutput(output: JsonObject, known: records.ViewOutput = DEFAULT_OUTPUT): records.ViewOutput {
  return {
    columns: 'columns' in output ? wordsOf(output.columns) : known.columns,
    group_by: 'group_by' in output ? (wordOf(output.group_by) ?? null) : known.group_by,
    group_order: textOf(output.group_order) ?? known.group_order,
    sort_by: wordOf(output.sort_by) ?? known.sort_by,
    sort_order: textOf(output.sort_order) ?? known.sort_order,
  };
}
