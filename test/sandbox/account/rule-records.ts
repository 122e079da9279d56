import type { Stamp } from './stamp.ts';

export interface RuleAction {
  field: string;
  value: unknown;
}

export interface RuleCondition {
  field: string;
  operator: string;
  value: unknown;
}

export interface RuleConditions {
  all: RuleCondition[];
  any: RuleCondition[];
}

/** What macros, triggers, automations and views have in common. */
export interface RuleRecord {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  position: number;
  default: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface MacroRecord extends RuleRecord {
  actions: RuleAction[];
  restriction: unknown;
}

export interface TriggerRecord extends RuleRecord {
  conditions: RuleConditions;
  actions: RuleAction[];
  category_id: string;
}

export interface TriggerCategoryRecord {
  /** Digits, as text. */
  id: string;
  name: string;
  position: number;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface AutomationRecord extends RuleRecord {
  conditions: RuleConditions;
  actions: RuleAction[];
}

export interface ViewOutput {
  columns: string[];
  group_by: string | null;
  group_order: string;
  sort_by: string;
  sort_order: string;
}

export interface ViewRecord extends RuleRecord {
  conditions: RuleConditions;
  output: ViewOutput;
  restriction: unknown;
}
