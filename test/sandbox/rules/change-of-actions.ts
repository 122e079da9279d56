import type { RuleAction, TicketRecord, UserRecord } from '../account/records.ts';
import { flagOf, idOf, textOf, wordOf, wordsOf } from '../json.ts';
import { emptyChange, readFieldValue, type TicketChange } from '../tickets/change.ts';
import { customFieldId } from './field-values.ts';

/** On what and for whom actions run. */
export interface ActionFrame {
  ticket: TicketRecord;
  /** Whoever applies the macro or makes the update. */
  actor: UserRecord;
}

/** The change that the attribute actions of a rule ask for. Notifications and comments are left to their own modules. */
export function changeOfActions(actions: readonly RuleAction[], frame: ActionFrame): TicketChange {
  const change = emptyChange();
  for (const action of actions) addAction(change, action, frame);
  return change;
}

function addAction(change: TicketChange, action: RuleAction, frame: ActionFrame): void {
  const { field, value } = action;
  const customId = customFieldId(field);
  if (customId !== undefined) {
    change.customFields.push({ id: customId, value: readFieldValue(value) });
    return;
  }
  const word = wordOf(value) ?? '';
  const attributes = change.attributes;
  switch (field) {
    case 'status':
      attributes.status = word;
      break;
    case 'custom_status_id':
      attributes.custom_status_id = idOf(value);
      break;
    case 'priority':
      attributes.priority = word || null;
      break;
    case 'type':
      attributes.type = word || null;
      break;
    case 'subject':
      attributes.subject = word;
      break;
    case 'due_at':
      attributes.due_at = word || null;
      break;
    case 'brand_id':
      attributes.brand_id = idOf(value);
      break;
    case 'ticket_form_id':
      attributes.ticket_form_id = idOf(value) ?? null;
      break;
    case 'assignee_id':
      attributes.assignee_id = personOf(word, frame) ?? null;
      break;
    case 'group_id':
      attributes.group_id = group(word, frame);
      break;
    case 'cc':
    case 'follower':
      addPerson(change, field, personOf(word, frame));
      break;
    case 'set_tags':
      change.tags = wordsOf(value);
      break;
    case 'current_tags':
      change.addTags.push(...wordsOf(value));
      break;
    case 'remove_tags':
      change.removeTags.push(...wordsOf(value));
      break;
    default:
      break;
  }
}

/** A user as actions name one: an id, or a word for a part that somebody plays. */
function personOf(word: string, frame: ActionFrame): number | undefined {
  if (word === 'current_user') return frame.actor.id > 0 ? frame.actor.id : undefined;
  if (word === 'requester_id') return frame.ticket.requester_id;
  if (word === 'assignee_id') return frame.ticket.assignee_id ?? undefined;
  return idOf(word);
}

function addPerson(change: TicketChange, field: 'cc' | 'follower', id: number | undefined): void {
  if (id === undefined) return;
  const people = change.people ?? { added: [] };
  const person = { id, remove: false };
  if (field === 'cc') people.added.push(person);
  else people.followers = [...(people.followers ?? []), person];
  change.people = people;
}

function group(word: string, frame: ActionFrame): number | null {
  if (word === 'current_groups') return frame.actor.default_group_id;
  return idOf(word) ?? null;
}

/** The comment that macro actions write, before placeholders are rendered. */
export interface MacroComment {
  text?: string | undefined;
  html?: string | undefined;
  public?: boolean | undefined;
}

export function commentOfActions(actions: readonly RuleAction[]): MacroComment | undefined {
  const of = (field: string) => actions.find((action) => action.field === field)?.value;
  const text = channelText(of('comment_value'));
  const html = channelText(of('comment_value_html'));
  const mode = flagOf(of('comment_mode_is_public'));
  if (text === undefined && html === undefined && mode === undefined) return undefined;
  return { text, html, public: mode };
}

/** `comment_value` is a text, or a pair of channel and text: `["channel:all", "..."]`. */
function channelText(value: unknown): string | undefined {
  return Array.isArray(value) ? textOf(value.at(-1)) : textOf(value);
}
