import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { heading, letter, paragraph, strong } from './html.ts';

/**
 * A frame: the agent fills in the marked places, or deletes the paragraph that is not needed. The response is counted
 * from the first update; a second one must not seem to promise a later date.
 */
export const statusUpdate: Letter = {
  en: ({ company, within }) =>
    letter(
      paragraph('Hello {{ticket.requester.name}},'),
      paragraph(
        `This is the update we promised you on your complaint, reference number ${strong('{{ticket.id}}')}.`,
      ),
      heading('Where we are'),
      paragraph(place('what we have found so far')),
      heading('What is still open'),
      paragraph(place('what we are still checking, and with whom')),
      heading('What we need from you'),
      paragraph(place('what would help us, or: nothing at the moment')),
      heading('What happens next'),
      paragraph(
        `You will get our formal response within ${within.response} of our first update. If you have a question or want to add something, just reply to this message.`,
      ),
      paragraph('Kind regards', '{{current_user.name}}', company),
    ),
  de: ({ company, within }) =>
    letter(
      paragraph('Guten Tag {{ticket.requester.name}},'),
      paragraph(
        `wie angekündigt informieren wir Sie über den Zwischenstand zu Ihrer Beschwerde mit der Vorgangsnummer ${strong('{{ticket.id}}')}.`,
      ),
      heading('Stand der Dinge'),
      paragraph(place('was wir bisher herausgefunden haben')),
      heading('Was noch offen ist'),
      paragraph(place('was wir noch prüfen, und mit wem')),
      heading('Was wir von Ihnen brauchen'),
      paragraph(place('was uns helfen würde, oder: im Moment nichts')),
      heading('So geht es weiter'),
      paragraph(
        `Unsere abschließende Antwort erhalten Sie innerhalb von ${within.response} nach unserem ersten Zwischenstand. Wenn Sie eine Frage haben oder etwas ergänzen möchten, antworten Sie einfach auf diese Nachricht.`,
      ),
      paragraph('Mit freundlichen Grüßen', '{{current_user.name}}', company),
    ),
};
