import type { FormCondition, TicketField } from '../api/form-shapes.ts';
import { type Directory, formFields, isCustomField } from '../state/directory.ts';
import type { TicketValues } from './state.ts';

/** A field that the ticket's form shows now. `isRequired` is for the status it has now, or to solve it. */
export interface ShownField {
  field: TicketField;
  isRequired: boolean;
}

/**
 * The custom fields on the form, in its order. A field that conditions name is shown only while one of them holds;
 * whose parent isn't shown itself doesn't hold.
 */
export function fieldsShown(directory: Directory, values: TicketValues): readonly ShownField[] {
  const fields = formFields(directory, values.formId).filter(isCustomField);
  const form =
    directory.forms.find((it) => it.id === values.formId) ?? directory.forms.find((it) => it.default);
  const conditions = form?.agent_conditions ?? [];
  const conditional = new Set(conditions.flatMap((it) => it.child_fields.map((child) => child.id)));
  const holding = holdingConditions(conditions, conditional, values);
  return fields.flatMap((field) => {
    const children = holding.flatMap((it) => it.child_fields.filter((child) => child.id === field.id));
    if (conditional.has(field.id) && children.length === 0) return [];
    const isRequired = field.required || children.some((child) => isRequiredNow(child, values.status));
    return [{ field, isRequired }];
  });
}

/** Conditions may hang on fields that are conditional themselves: looked at until nothing more appears. */
function holdingConditions(
  conditions: readonly FormCondition[],
  conditional: ReadonlySet<number>,
  values: TicketValues,
): readonly FormCondition[] {
  const isMet = (it: FormCondition) => hasValue(values.fields.get(it.parent_field_id) ?? null, it.value);
  const met = conditions.filter(isMet);
  let holding: readonly FormCondition[] = [];
  for (;;) {
    const shown = new Set(holding.flatMap((it) => it.child_fields.map((child) => child.id)));
    const next = met.filter((it) => !conditional.has(it.parent_field_id) || shown.has(it.parent_field_id));
    if (next.length === holding.length) return holding;
    holding = next;
  }
}

function hasValue(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.includes(wanted);
  return String(value ?? '') === wanted;
}

function isRequiredNow(child: FormCondition['child_fields'][number], status: string): boolean {
  const on = child.required_on_statuses;
  if (!on?.type) return child.is_required;
  if (on.type === 'ALL_STATUSES') return true;
  return on.type === 'SOME_STATUSES' && (on.statuses ?? []).some((it) => it === status || it === 'solved');
}
