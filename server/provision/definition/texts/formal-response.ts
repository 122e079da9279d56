import { place } from '../places.ts';
import type { Letter, LetterFacts } from './facts.ts';
import { heading, letter, link, mailLink, paragraph, strong } from './html.ts';

type Part = (facts: LetterFacts) => string;

const appealEn: Part = ({ appealEmail, addressLine }) =>
  paragraph(
    `If you do not agree with this response, you have the right to appeal. Reply to this message${
      appealEmail ? `, write to ${mailLink(appealEmail)}` : ''
    } or send a letter to ${addressLine}, and tell us what you disagree with and why. Please quote the reference number {{ticket.id}}. Your complaint will then be looked at again by somebody who has not dealt with it before.`,
  );

const appealDe: Part = ({ appealEmail, addressLine }) =>
  paragraph(
    `Wenn Sie mit dieser Antwort nicht einverstanden sind, können Sie eine Überprüfung beantragen. Antworten Sie dazu auf diese Nachricht${
      appealEmail ? `, schreiben Sie an ${mailLink(appealEmail)}` : ''
    } oder senden Sie einen Brief an ${addressLine}, und teilen Sie uns mit, womit Sie nicht einverstanden sind und warum. Bitte geben Sie dabei die Vorgangsnummer {{ticket.id}} an. Ihre Beschwerde wird dann von einer Person geprüft, die bisher nicht damit befasst war.`,
  );

const ombudsmanEn: Part = ({ ombudsman }) =>
  ombudsman
    ? paragraph(
        `If we cannot agree, you can take your complaint to the ${ombudsman.name}, which is independent of us and free of charge for you: ${link(ombudsman.url)}.${
          ombudsman.after
            ? ` You can do so ${ombudsman.after} after you first complained to us, or earlier if we write to you that we cannot agree.`
            : ''
        }${ombudsman.note ? ` ${ombudsman.note}` : ''}`,
      )
    : paragraph(place('the ombudsman who can be turned to: name, address, when'));

const ombudsmanDe: Part = ({ ombudsman }) =>
  ombudsman
    ? paragraph(
        `Wenn wir uns nicht einigen, können Sie sich an eine Verbraucherschlichtungsstelle wenden, die von uns unabhängig und für Sie kostenlos ist: ${ombudsman.name}, ${link(ombudsman.url)}.${
          ombudsman.after
            ? ` Das ist nach ${ombudsman.after} möglich, gerechnet ab Ihrer ersten Beschwerde, oder früher, wenn wir Ihnen mitteilen, dass keine Einigung erzielt wurde.`
            : ''
        }${ombudsman.note ? ` ${ombudsman.note}` : ''}`,
      )
    : paragraph(place('zuständige Verbraucherschlichtungsstelle: Name, Anschrift, ab wann'));

/** A frame: outcome, reasons, what we do, and the way on for a customer who disagrees. */
export const formalResponse: Letter = {
  en: (facts) =>
    letter(
      paragraph('Hello {{ticket.requester.name}},'),
      paragraph(
        `This is our formal response to your complaint, reference number ${strong('{{ticket.id}}')}.`,
      ),
      heading('Your complaint'),
      paragraph(place('your complaint as we have understood it, point by point')),
      heading('Our decision'),
      paragraph(place('outcome: we uphold, partly uphold or do not uphold your complaint')),
      heading('Our reasons'),
      paragraph(place('what we have found, and why we decide so, for each point')),
      heading('What we will do'),
      paragraph(place('what we do, who does it and by when; or: why there is nothing to be done')),
      heading('If you disagree'),
      appealEn(facts),
      ombudsmanEn(facts),
      paragraph('Thank you for telling us what went wrong.'),
      paragraph('Kind regards', '{{current_user.name}}', facts.company),
    ),
  de: (facts) =>
    letter(
      paragraph('Guten Tag {{ticket.requester.name}},'),
      paragraph(
        `dies ist unsere abschließende Antwort auf Ihre Beschwerde mit der Vorgangsnummer ${strong('{{ticket.id}}')}.`,
      ),
      heading('Ihre Beschwerde'),
      paragraph(place('Ihre Beschwerde, wie wir sie verstanden haben, Punkt für Punkt')),
      heading('Unser Ergebnis'),
      paragraph(place('Ergebnis: Ihre Beschwerde ist begründet, teilweise begründet oder unbegründet')),
      heading('Unsere Gründe'),
      paragraph(place('was wir festgestellt haben und warum wir so entscheiden, zu jedem Punkt')),
      heading('Was wir tun'),
      paragraph(place('was wir tun, wer es tut und bis wann; oder: warum nichts zu veranlassen ist')),
      heading('Wenn Sie nicht einverstanden sind'),
      appealDe(facts),
      ombudsmanDe(facts),
      paragraph('Vielen Dank, dass Sie uns gesagt haben, was nicht in Ordnung war.'),
      paragraph('Mit freundlichen Grüßen', '{{current_user.name}}', facts.company),
    ),
};
