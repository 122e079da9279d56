/** Operators of conditions with the words that the rule editor shows for them. */
const TITLES: Readonly<Record<string, string>> = {
  is: 'Is',
  is_not: 'Is not',
  less_than: 'Less than',
  greater_than: 'Greater than',
  less_than_equal: 'Less than or equal to',
  greater_than_equal: 'Greater than or equal to',
  changed: 'Changed',
  value: 'Changed to',
  value_previous: 'Changed from',
  not_changed: 'Not changed',
  not_value: 'Not changed to',
  not_value_previous: 'Not changed from',
  includes: 'Contains at least one of the following',
  not_includes: 'Contains none of the following',
  includes_string: 'Contains the following string',
  not_includes_string: 'Does not contain the following string',
  present: 'Present',
  not_present: 'Not present',
  is_business_hours: '(business) is',
  less_than_business_hours: '(business) less than',
  greater_than_business_hours: '(business) greater than',
  within_previous_n_days: 'Within the previous n days',
  within_next_n_days: 'Within the next n days',
};

/** Operators that take no value. */
const TERMINAL = new Set(['changed', 'not_changed', 'present', 'not_present']);

export const SAME = ['is', 'is_not'];
export const RANKED = [...SAME, 'less_than', 'greater_than'];
export const CHANGES = [
  'changed',
  'value',
  'value_previous',
  'not_changed',
  'not_value',
  'not_value_previous',
];
export const HELD = ['includes', 'not_includes'];
export const WORDS = [...HELD, ...SAME];
export const THERE = ['present', 'not_present'];
export const HOURS = [
  'is',
  'less_than',
  'greater_than',
  'is_business_hours',
  'less_than_business_hours',
  'greater_than_business_hours',
];

export function isOperator(name: string): boolean {
  return name in TITLES;
}

/** An operator as definitions print it. */
export function presentOperator(value: string): { value: string; title: string; terminal: boolean } {
  return { value, title: TITLES[value] ?? value, terminal: TERMINAL.has(value) };
}
