import type { Instant } from '../../../domain/local-date.ts';
import { isTimeTag, timeOfTags, timeTag } from '../../../domain/receipt-tag.ts';
import { COMPLAINT_TAG, OPTION_PREFIX } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import type { DraftPort } from '../../zaf/host.ts';
import { textToHtml } from '../../zaf/html-text.ts';
import { type Details, optionTags, textsOf } from '../record/change-parts.ts';

export interface Letter extends Details {
  readonly receivedAt: Instant;
  readonly firstMadeAt?: Instant;
  /** The subject, where the ticket has none yet. */
  readonly subject: string;
  /** The internal note, without what its fields hold. */
  readonly note: string;
  /** A line of the note for a text whose field is not on the ticket's form. */
  readonly lineOf: (key: string, text: string) => string;
}

/** When the letter arrived that a new ticket is prepared for; undefined where it is for none. */
export function preparedFor(tags: readonly string[]): Instant | undefined {
  return tags.includes(COMPLAINT_TAG) ? timeOfTags('received', tags) : undefined;
}

/** Whether the form of the ticket has taken the value. */
async function setField(draft: DraftPort, id: number | undefined, value: string): Promise<boolean> {
  if (id === undefined) return false;
  try {
    await draft.setField(id, value);
    return true;
  } catch {
    // Fields that the form doesn't show are out of an app's reach.
    return false;
  }
}

/** The texts in their fields; those that have none on the form as lines of the note. */
async function placeTexts(draft: DraftPort, fields: AccountFields, letter: Letter): Promise<string[]> {
  const lines: string[] = [];
  for (const [key, text] of textsOf(letter)) {
    const placed = await setField(draft, fields[key]?.id, text);
    // The note tells what the complaint is about in any case: it is all that the conversation shows.
    if (!placed || key === 'summary') lines.push(letter.lineOf(key, text));
  }
  return lines;
}

/**
 * Makes a letter's complaint of the ticket that is being written: tags (drop-downs follow theirs), fields of the form,
 * an internal note. All of it is saved with the agent's submit, and the service reads it from there.
 */
export async function prepareLetter(draft: DraftPort, fields: AccountFields, letter: Letter): Promise<void> {
  const { receivedAt, firstMadeAt } = letter;
  const lines = await placeTexts(draft, fields, letter);
  await setField(draft, fields.channel?.id, `${OPTION_PREFIX.channel}letter`);
  if (letter.category) await setField(draft, fields.category?.id, letter.category);
  if ((await draft.subject()).trim() === '') await draft.setSubject(letter.subject);
  await draft.makeInternal();
  await draft.append(textToHtml([letter.note, ...lines].join('\n\n')));
  const times = [
    timeTag('received', receivedAt),
    ...(firstMadeAt === undefined ? [] : [timeTag('firstMade', firstMadeAt)]),
  ];
  // The complaint's own tag last: without the others it would be recorded as something else.
  for (const tag of [...optionTags('letter', letter), ...times, COMPLAINT_TAG]) await draft.addTag(tag);
}

/** Takes the letter's tags out of the ticket again; the texts stay for the agent to keep or delete. */
export async function dropLetter(draft: DraftPort): Promise<void> {
  const prefixes = [OPTION_PREFIX.channel, OPTION_PREFIX.category, OPTION_PREFIX.flags];
  const tags = await draft.tags();
  const ours = tags.filter(
    (tag) => tag === COMPLAINT_TAG || isTimeTag(tag) || prefixes.some((prefix) => tag.startsWith(prefix)),
  );
  for (const tag of ours) await draft.removeTag(tag);
}
