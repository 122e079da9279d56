import type { Deadline } from '../../domain/deadline.ts';
import { localTimeAt } from '../../domain/local-date.ts';
import type { Note } from '../../domain/notes.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateText, type Language, reasonText } from '../../domain/reason-text.ts';
import type { Addressee, Words } from './note-words.ts';
import { GERMAN } from './note-words-de.ts';
import { ENGLISH } from './note-words-en.ts';
import { refusalText } from './refusal-words.ts';

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN };

function when(deadline: Deadline, words: Words, language: Language, zone: string): string {
  const date = dateText(deadline.dueDate, language);
  return deadline.within.unit === 'hours'
    ? words.atTime(date, localTimeAt(deadline.dueAt, zone))
    : words.endOfDay(date);
}

function movedSentence(
  { deadline, move }: Extract<Note, { code: 'moved' }>,
  language: Language,
  policy: Policy,
): string {
  const words = WORDS[language];
  const was: Deadline = { ...deadline, ...move.from };
  const dueOn = (one: Deadline): string =>
    one.within.unit === 'hours'
      ? when(one, words, language, policy.timeZone)
      : words.onDay(dateText(one.dueDate, language));
  const because = [
    ...(move.versions ? [words.movedByPolicy(...move.versions)] : []),
    ...move.because.map((reason) => reasonText(reason, language, policy.timeZone)),
  ];
  return words.moved(
    words.duty[deadline.doneBy] ?? deadline.duty.replaceAll('_', ' '),
    dueOn(was),
    dueOn(deadline),
    because,
  );
}

function sentence(note: Note, language: Language, policy: Policy): string {
  const words = WORDS[language];
  switch (note.code) {
    case 'due_soon': {
      const { deadline, ofTicketId } = note;
      const duty = words.duty[deadline.doneBy] ?? deadline.duty.replaceAll('_', ' ');
      const due = when(deadline, words, language, policy.timeZone);
      const text = words.dueSoon(duty, due, words.todo[deadline.doneBy] ?? '').trim();
      return ofTicketId === undefined ? text : `${words.ofOther(ofTicketId)} ${text}`;
    }
    case 'acknowledged_late':
      return words.late(when(note.deadline, words, language, policy.timeZone));
    case 'channel_refused':
      return words.refused(policy);
    case 'post_required':
      return words.post;
    case 'tag_restored':
      return words.restored;
    case 'goes_on_here':
      return words.goesOnHere(note.fromTicketId);
    case 'needs_person': {
      const { code, refused } = note.mark;
      return refused ? `${words.mark[code]} ${refusalText(refused, language)}` : words.mark[code];
    }
    case 'moved':
      return movedSentence(note, language, policy);
  }
}

/** The internal note that says all there is to say at once, in the language of whoever works on the ticket. */
export function noteText(notes: readonly Note[], to: Addressee, language: Language, policy: Policy): string {
  return [WORDS[language].to(to), ...notes.map((note) => sentence(note, language, policy))].join('\n\n');
}

/** The note on a ticket whose complaint was taken back. */
export function takenBackText(locale = 'en'): string {
  return WORDS[languageFor(locale)].takenBack;
}

/** The language to write in for a user's locale; English for all that is not German. */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
