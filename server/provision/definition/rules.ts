import type { FieldKey } from './keys.ts';

/** One condition of a trigger or view, in Zendesk's words. Operators such as `present` take no value. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: string | null;
}

export interface Conditions {
  readonly all: readonly Condition[];
  readonly any: readonly Condition[];
}

/** A field's id in the account; while it is only planned, a text that stands for it. */
export type FieldId = (key: FieldKey) => number | string;

export const condition = (field: string, operator: string, value: string | null = null): Condition => ({
  field,
  operator,
  value,
});
