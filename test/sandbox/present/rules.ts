import type { Account } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import type * as records from '../account/records.ts';
import { fillDynamicContent } from '../liquid/dynamic-content.ts';
import { apiUrl } from './url.ts';

function common(account: Account, kind: string, rule: records.RuleRecord): Record<string, unknown> {
  return {
    url: apiUrl(account, `${kind}/${rule.id}`),
    id: rule.id,
    title: fillDynamicContent(account, rule.title, account.settings.locale),
    raw_title: rule.title,
    active: rule.active,
    updated_at: rule.updated_at,
    created_at: rule.created_at,
    default: rule.default,
    position: rule.position,
    description: rule.description,
  };
}

export function presentMacro(account: Account, macro: records.MacroRecord): Record<string, unknown> {
  return { ...common(account, 'macros', macro), actions: macro.actions, restriction: macro.restriction };
}

export function presentTrigger(account: Account, trigger: records.TriggerRecord): Record<string, unknown> {
  const { actions, conditions, category_id } = trigger;
  return { ...common(account, 'triggers', trigger), actions, conditions, category_id, restriction: null };
}

export function presentAutomation(
  account: Account,
  automation: records.AutomationRecord,
): Record<string, unknown> {
  const { actions, conditions } = automation;
  // Of all rules only automations have no description.
  const { description: _none, ...shown } = common(account, 'automations', automation);
  return { ...shown, actions, conditions };
}

/** A view: what was sent as `all`, `any` and `output` comes back as `conditions` and `execution`. */
export function presentView(account: Account, view: records.ViewRecord): Record<string, unknown> {
  const columns = view.output.columns.map((column) => presentColumn(account, column));
  const { group_by, group_order, sort_by, sort_order } = view.output;
  return {
    ...common(account, 'views', view),
    execution: {
      group_by,
      group_order,
      sort_by,
      sort_order,
      group: group_by === null ? null : { ...presentColumn(account, group_by), order: group_order },
      sort: { ...presentColumn(account, sort_by), order: sort_order },
      columns,
      fields: columns,
      custom_fields: columns.filter((column) => typeof column.id === 'number'),
    },
    conditions: view.conditions,
    restriction: view.restriction,
    raw_title: view.title,
  };
}

const COLUMN_TITLES: Readonly<Record<string, string>> = {
  assignee: 'Assignee',
  brand: 'Brand',
  created: 'Requested',
  due_date: 'Due date',
  group: 'Group',
  locale_id: 'Requester language',
  nice_id: 'ID',
  organization: 'Organization',
  priority: 'Priority',
  requester: 'Requester',
  satisfaction_score: 'Satisfaction',
  status: 'Status',
  subject: 'Subject',
  submitter: 'Submitter',
  ticket_form: 'Form',
  type: 'Type',
  updated: 'Updated',
};

export function presentColumn(
  account: Account,
  column: string,
): { id: string | number; title: string } & Record<string, unknown> {
  const field = /^\d+$/.test(column) ? account.fields.get(Number(column)) : undefined;
  if (!field) return { id: column, title: COLUMN_TITLES[column] ?? column, filterable: true, sortable: true };
  const url = apiUrl(account, `ticket_fields/${field.id}`);
  const title = fillDynamicContent(account, field.raw_title, account.settings.locale);
  return { id: field.id, title, type: field.type, url, filterable: true, sortable: true };
}

export function presentDynamicContent(
  account: Account,
  item: records.DynamicContentRecord,
): Record<string, unknown> {
  return {
    url: apiUrl(account, `dynamic_content/items/${item.id}`),
    id: item.id,
    name: item.name,
    placeholder: item.placeholder,
    default_locale_id: item.default_locale_id,
    outdated: false,
    created_at: item.created_at,
    updated_at: item.updated_at,
    variants: item.variants.map((variant) => presentVariant(account, item, variant)),
  };
}

export function presentVariant(
  account: Account,
  item: records.DynamicContentRecord,
  variant: records.VariantRecord,
): Record<string, unknown> {
  return {
    url: apiUrl(account, `dynamic_content/items/${item.id}/variants/${variant.id}`),
    ...variant,
    outdated: false,
  };
}

export function presentLocale(account: Account, tag: string): Record<string, unknown> {
  const locale = localeOf(tag);
  const stamp = '2024-01-01T00:00:00Z';
  return { url: apiUrl(account, `locales/${locale.id}`), ...locale, created_at: stamp, updated_at: stamp };
}
