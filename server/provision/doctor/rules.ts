import {
  COMPLAINT_TAG,
  EVENT_TAGS,
  HINT_HIDDEN_TAG,
  OPTION_PREFIX,
  PART_OF_PREFIX,
  REVIEW_TAG,
  SERVICE_TAGS,
} from '../../../domain/terms.ts';
import type { Known } from '../account/remembered.ts';
import type { Action, RuleConditions } from '../account/schemas.ts';
import { OPEN_TAGS } from '../definition/closing.ts';

/** A trigger or automation, ours or the account's. */
export interface Rule extends Known {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly active: boolean;
  readonly conditions: RuleConditions;
  readonly actions: readonly Action[];
}

type Value = Action['value'];

/** The words of a value: tags are divided by blanks, in a text or a list. */
export const words = (value: Value): string[] =>
  (Array.isArray(value) ? value.map(String) : [String(value ?? '')]).flatMap((text) =>
    text.split(/\s+/u).filter((word) => word !== ''),
  );

/** Whether an object carries a mark of ours, whichever it is, or is remembered. */
export const isOurs = ({ description, knownAs }: { readonly description: string } & Known): boolean =>
  knownAs !== undefined || description.includes('[complaint-clock:');

/** The tags that an action of this kind names. */
export const tagsOf = (
  { actions }: Pick<Rule, 'actions'>,
  field: 'set_tags' | 'current_tags' | 'remove_tags',
): string[] => actions.filter((action) => action.field === field).flatMap(({ value }) => words(value));

const EVENTS: ReadonlySet<string> = new Set(Object.values(EVENT_TAGS));
const SERVICE: ReadonlySet<string> = new Set(Object.values(SERVICE_TAGS));
/** Written by the service alone: whoever else sets them argues with it. */
const KEPT_PREFIXES = [OPTION_PREFIX.stage, OPTION_PREFIX.next_step];
const PEOPLES_PREFIXES = [...Object.values(OPTION_PREFIX), PART_OF_PREFIX];

/**
 * `complaint` makes a ticket a complaint. `event` says that a reply was an acknowledgement, an update ...: it must come
 * with the reply. `kept` is written by the service alone. `people`: chosen by people, and free for rules to choose.
 */
export type TagKind = 'complaint' | 'event' | 'kept' | 'people';

/** What a tag is to us; undefined for those of others. */
export function tagKind(tag: string): TagKind | undefined {
  if (tag === COMPLAINT_TAG) return 'complaint';
  if (EVENTS.has(tag)) return 'event';
  if (SERVICE.has(tag) || KEPT_PREFIXES.some((prefix) => tag.startsWith(prefix))) return 'kept';
  const isPeoples = tag === REVIEW_TAG || tag === HINT_HIDDEN_TAG;
  return isPeoples || PEOPLES_PREFIXES.some((prefix) => tag.startsWith(prefix)) ? 'people' : undefined;
}

/**
 * Whether a rule never fires on an open complaint: conditions that all tickets must meet leave out the tag of all
 * complaints, or those of all stages in which one is open.
 */
export function sparesComplaints({ conditions: { all } }: Pick<Rule, 'conditions'>): boolean {
  const excluded = all
    .filter(({ field, operator }) => field === 'current_tags' && operator === 'not_includes')
    .flatMap(({ value }) => words(value));
  return excluded.includes(COMPLAINT_TAG) || OPEN_TAGS.every((tag) => excluded.includes(tag));
}

/** Whether a rule asks for a tag of ours, so that it fires on complaints above all. */
export const asksForOurTags = ({ conditions: { all, any } }: Pick<Rule, 'conditions'>): boolean =>
  [...all, ...any].some(
    ({ field, operator, value }) =>
      field === 'current_tags' &&
      operator === 'includes' &&
      words(value).some((tag) => tagKind(tag) !== undefined),
  );
