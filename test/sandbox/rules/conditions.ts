import { groupIdsOf } from '../account/account.ts';
import type { RuleCondition, RuleConditions } from '../account/records.ts';
import { wordOf, wordsOf } from '../json.ts';
import { comparable, customFieldId, rank } from './field-values.ts';
import type { RuleSubject } from './subject.ts';
import { isTimeCondition, timeHolds } from './time-conditions.ts';
import { UPDATE_CONDITIONS } from './update-conditions.ts';

/** Do all of the `all` conditions hold, and, if there are any, one of the `any`? */
export function matches(conditions: RuleConditions, subject: RuleSubject): boolean {
  const holds = (condition: RuleCondition) => conditionHolds(condition, subject);
  return conditions.all.every(holds) && (conditions.any.length === 0 || conditions.any.some(holds));
}

/** Does one condition hold? An unknown field or operator never does, and so shows itself. */
export function conditionHolds(condition: RuleCondition, subject: RuleSubject): boolean {
  const { field, operator } = condition;
  const ofUpdate = UPDATE_CONDITIONS[field];
  if (ofUpdate) return negatable(operator, ofUpdate(condition, subject));
  if (field === 'current_tags') return tagsHold(condition, subject);
  if (field === 'cc') return negatable(operator, ccHolds(condition, subject));
  if (field === 'comment_includes_word')
    return wordsHold(condition, String(subject.update?.comment?.body ?? ''));
  if (field === 'subject_includes_word') return wordsHold(condition, subject.ticket.subject ?? '');
  if (field === 'description_includes_word') return wordsHold(condition, subject.ticket.description);
  if (isTimeCondition(field)) return timeHolds(condition, subject);
  return valueHolds(condition, subject);
}

const negatable = (operator: string, holds: boolean) =>
  operator === 'is_not' ? !holds : operator === 'is' && holds;

function tagsHold(condition: RuleCondition, subject: RuleSubject): boolean {
  const wanted = wordsOf(condition.value).map((tag) => tag.toLowerCase());
  const some = wanted.some((tag) => subject.ticket.tags.includes(tag));
  if (condition.operator === 'includes') return some;
  return condition.operator === 'not_includes' && !some;
}

function ccHolds({ value }: RuleCondition, { ticket, update }: RuleSubject): boolean {
  const word = wordOf(value);
  const id = word === 'current_user' ? String(update?.actor.id) : word;
  return ticket.collaborator_ids.some((one) => String(one) === id);
}

/** `includes` is about single words, `is` about the text as a whole; both look for parts of words too. */
function wordsHold(condition: RuleCondition, text: string): boolean {
  const haystack = text.toLowerCase();
  const value = (wordOf(condition.value) ?? wordsOf(condition.value).join(' ')).toLowerCase();
  const words = wordsOf(value);
  switch (condition.operator) {
    case 'includes':
      return words.some((word) => haystack.includes(word));
    case 'not_includes':
      return !words.some((word) => haystack.includes(word));
    case 'is':
    case 'includes_string':
      return haystack.includes(value);
    case 'is_not':
    case 'not_includes_string':
      return !haystack.includes(value);
    default:
      return false;
  }
}

function valueHolds(condition: RuleCondition, subject: RuleSubject): boolean {
  const { field, operator } = condition;
  const now = comparable(subject, subject.ticket, field);
  const before = subject.before ? comparable(subject, subject.before, field) : '';
  const wanted = (value: string) => oneOfWanted(condition, subject, value);
  switch (operator) {
    case 'is':
      return wanted(now);
    case 'is_not':
      return !wanted(now);
    case 'includes':
      return wordsOf(condition.value).some((word) => wordsOf(now).includes(word));
    case 'not_includes':
      return !wordsOf(condition.value).some((word) => wordsOf(now).includes(word));
    case 'present':
      return now !== '' && now !== 'false';
    case 'not_present':
      return now === '' || now === 'false';
    case 'changed':
      return subject.update !== undefined && now !== before;
    case 'not_changed':
      return now === before;
    case 'value':
      return wanted(now) && !wanted(before);
    case 'not_value':
      return !(wanted(now) && !wanted(before));
    case 'value_previous':
      return subject.before !== undefined && wanted(before) && !wanted(now);
    case 'not_value_previous':
      return !(wanted(before) && !wanted(now));
    default:
      return ranked(condition, rank(field, now));
  }
}

function ranked(condition: RuleCondition, now: number): boolean {
  const limit = rank(condition.field, wordOf(condition.value) ?? '');
  switch (condition.operator) {
    case 'less_than':
      return now < limit;
    case 'less_than_equal':
      return now <= limit;
    case 'greater_than':
      return now > limit;
    case 'greater_than_equal':
      return now >= limit;
    default:
      return false;
  }
}

/** Is the value the one the condition names, with the words that stand for users and groups put in? */
function oneOfWanted(condition: RuleCondition, subject: RuleSubject, value: string): boolean {
  const me = subject.update?.actor ?? subject.viewer;
  const named = Array.isArray(condition.value) ? wordsOf(condition.value) : [wordOf(condition.value) ?? ''];
  return named.some((word) => {
    if (word === 'current_user') return me !== undefined && value === String(me.id);
    if (word === 'requester_id') return value === String(subject.ticket.requester_id);
    if (word === 'assignee_id') return value !== '' && value === String(subject.ticket.assignee_id);
    if (word === 'current_groups')
      return me !== undefined && groupIdsOf(subject.account, me.id).some((id) => String(id) === value);
    return value === optionValue(condition.field, word, subject);
  });
}

const TYPE_IDS: Readonly<Record<string, string>> = {
  '1': 'question',
  '2': 'incident',
  '3': 'problem',
  '4': 'task',
};

/** A drop-down may be named by the option's id or by its value, a ticket type by its number. */
function optionValue(name: string, word: string, subject: RuleSubject): string {
  if (name === 'ticket_type_id') return TYPE_IDS[word] ?? word;
  const fieldId = customFieldId(name);
  const field = fieldId === undefined ? undefined : subject.account.fields.get(fieldId);
  return field?.custom_field_options.find((option) => String(option.id) === word)?.value ?? word;
}
