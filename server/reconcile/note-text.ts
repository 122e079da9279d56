import type { Deadline } from '../../domain/deadline.ts';
import { localTimeAt } from '../../domain/local-date.ts';
import type { Note } from '../../domain/notes.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateText, type Language } from '../../domain/reason-text.ts';
import type { Addressee, Words } from './note-words.ts';
import { GERMAN } from './note-words-de.ts';
import { ENGLISH } from './note-words-en.ts';

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN };

function when(deadline: Deadline, words: Words, language: Language, zone: string): string {
  const date = dateText(deadline.dueDate, language);
  return deadline.within.unit === 'hours'
    ? words.atTime(date, localTimeAt(deadline.dueAt, zone))
    : words.endOfDay(date);
}

function sentence(note: Note, language: Language, policy: Policy): string {
  const words = WORDS[language];
  switch (note.code) {
    case 'due_soon': {
      const duty = words.duty[note.deadline.doneBy] ?? note.deadline.duty.replaceAll('_', ' ');
      return words
        .dueSoon(
          duty,
          when(note.deadline, words, language, policy.timeZone),
          words.todo[note.deadline.doneBy] ?? '',
        )
        .trim();
    }
    case 'acknowledged_late':
      return words.late(when(note.deadline, words, language, policy.timeZone));
    case 'channel_refused':
      return words.refused(policy);
    case 'post_required':
      return words.post;
    case 'tag_restored':
      return words.restored;
    case 'needs_person':
      return words.mark[note.mark.code];
  }
}

/** The internal note that says all there is to say at once, in the language of whoever works on the ticket. */
export function noteText(notes: readonly Note[], to: Addressee, language: Language, policy: Policy): string {
  return [WORDS[language].to(to), ...notes.map((note) => sentence(note, language, policy))].join('\n\n');
}

/** The language to write in for a user's locale; English for all that is not German. */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
