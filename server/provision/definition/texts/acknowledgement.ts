import type { Letter } from './facts.ts';
import { bullets, heading, letter, paragraph, strong } from './html.ts';

/**
 * Sent by the service without a person reading it first, so nothing in it may come from the customer: neither name
 * nor subject nor text, all of which the sender of an e-mail can choose. `{{ticket.id}}` is the one placeholder.
 */
export const acknowledgement: Letter = {
  en: ({ company, addressBlock, within }) =>
    letter(
      paragraph('Hello,'),
      paragraph(
        `Thank you for writing to us. We have received your formal complaint. Your reference number is ${strong('{{ticket.id}}')}.`,
      ),
      paragraph('We are sorry that you have had reason to complain.'),
      heading('What happens next'),
      bullets(
        `We will look into your complaint and write to you with an update within ${within.update} of this message, even if we have not finished by then.`,
        `You will get our formal response within ${within.response} of that update. It will say what we have found, what we will do about it, and what you can do if you disagree.`,
      ),
      heading('What helps us'),
      paragraph(
        'We are starting now in any case. If you have any of the following and have not sent it to us yet, please do:',
      ),
      bullets(
        'a short summary of what happened, and of what you would like us to do',
        'the reference numbers of earlier messages or tickets about it',
        'the names of the members of our staff you have been in touch with',
        'the dates and times of what happened and of your calls',
        'the phone numbers you called from',
        'the e-mails you have sent or received about it',
      ),
      heading('How to reach us'),
      paragraph(
        'Just reply to this message: your answer goes straight to the people who look into your complaint. You can also write to us by post; please quote the reference number {{ticket.id}}. Our address is:',
      ),
      addressBlock,
      paragraph('Kind regards', `The complaints team at ${company}`),
    ),
  de: ({ company, addressBlock, within }) =>
    letter(
      paragraph('Guten Tag,'),
      paragraph(
        `vielen Dank für Ihre Nachricht. Ihre förmliche Beschwerde ist bei uns eingegangen. Ihre Vorgangsnummer lautet ${strong('{{ticket.id}}')}.`,
      ),
      paragraph('Es tut uns leid, dass Sie Grund zur Beschwerde haben.'),
      heading('So geht es weiter'),
      bullets(
        `Wir prüfen Ihre Beschwerde. Innerhalb von ${within.update} nach dieser Nachricht informieren wir Sie über den Zwischenstand, auch wenn wir dann noch nicht fertig sind.`,
        `Innerhalb von ${within.response} nach diesem Zwischenstand erhalten Sie unsere abschließende Antwort. Darin steht, was wir festgestellt haben, was wir daraufhin tun und welche Möglichkeiten Sie haben, wenn Sie nicht einverstanden sind.`,
      ),
      heading('Was uns hilft'),
      paragraph(
        'Wir beginnen in jedem Fall sofort. Wenn Sie etwas hiervon haben und uns noch nicht geschickt haben, senden Sie es uns bitte:',
      ),
      bullets(
        'eine kurze Zusammenfassung: was ist passiert, und was wünschen Sie sich von uns?',
        'die Nummern früherer Anfragen (Tickets) dazu',
        'die Namen der Personen bei uns, mit denen Sie Kontakt hatten',
        'Datum und Uhrzeit der Vorfälle und Ihrer Anrufe',
        'die Telefonnummern, von denen Sie angerufen haben',
        'die E-Mails, die Sie dazu gesendet oder erhalten haben',
      ),
      heading('So erreichen Sie uns'),
      paragraph(
        'Antworten Sie einfach auf diese Nachricht: Ihre Antwort geht direkt an die Personen, die Ihre Beschwerde prüfen. Sie können uns auch per Post schreiben; bitte geben Sie dabei die Vorgangsnummer {{ticket.id}} an. Unsere Anschrift:',
      ),
      addressBlock,
      paragraph('Mit freundlichen Grüßen', `Ihr Beschwerdeteam von ${company}`),
    ),
};
