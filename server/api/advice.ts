import type { HeldWhy } from '../../domain/send.ts';
import type { Advice } from '../jobs/failure-advice.ts';
import { GERMAN } from '../reconcile/note-words-de.ts';
import { ENGLISH } from '../reconcile/note-words-en.ts';

/** A mark of an older version, of which nobody knows the words any more. */
const UNKNOWN: Advice = {
  en: 'Something about this complaint needs a person. Please open the ticket and see its last internal note.',
  de: 'Etwas an dieser Beschwerde braucht einen Menschen. Bitte das Ticket öffnen und die letzte interne Notiz ansehen.',
};

const wordsFor = (marks: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.entries(marks).find(([known]) => known === code)?.[1];

/** What a person has to do about a mark: the words of the internal note. */
export function markAdvice(code: string): Advice {
  const [en, de] = [wordsFor(ENGLISH.mark, code), wordsFor(GERMAN.mark, code)];
  return en === undefined || de === undefined ? UNKNOWN : { en, de };
}

const HELD: Readonly<Record<HeldWhy, true>> = {
  recorded_long_ago: true,
  not_end_user: true,
  suspended: true,
  messaging: true,
  requester_cap: true,
  burst: true,
  macro_missing: true,
  placeholder_left: true,
  other_requester: true,
};

/** Marks of a case whose customer was not written to, or not reached. */
export const NOT_SENT_MARKS: readonly string[] = [...Object.keys(HELD), 'not_delivered'];

/** Whether a mark says that the acknowledgement was held back. */
export const isHeld = (code: string): boolean => Object.hasOwn(HELD, code);

/** What a person has to do about a case whose ticket is gone. */
export const LOST_ADVICE: Advice = {
  en: 'The ticket of this complaint is gone: deleted, merged or out of reach of the service. What is known of the case is kept. Please restore the ticket, or erase the case if it must not be kept (npm run cases -- erase).',
  de: 'Das Ticket dieser Beschwerde ist nicht mehr da: gelöscht, zusammengeführt oder für den Dienst unerreichbar. Was über den Fall bekannt ist, bleibt erhalten. Bitte das Ticket wiederherstellen oder den Fall löschen, wenn er nicht aufbewahrt werden darf (npm run cases -- erase).',
};
