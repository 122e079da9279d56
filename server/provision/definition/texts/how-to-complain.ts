import type { Letter } from './facts.ts';
import { bullets, heading, letter, link, paragraph, strong } from './html.ts';

/** For a complaint that came by a channel which the policy does not take, such as a phone call. */
export const howToComplain: Letter = {
  en: ({ company, formUrl, addressLine, within }) =>
    letter(
      paragraph('Hello,'),
      paragraph(
        'Thank you for telling us what went wrong. We are sorry that you have had reason to complain.',
      ),
      paragraph(
        'We take formal complaints in writing, so that we have the matter in your own words and every step is on record. Please choose whichever way suits you:',
      ),
      bullets(`${strong('Online form:')} ${link(formUrl)}`, `${strong('Letter:')} ${addressLine}`),
      heading('What to write'),
      bullets(
        'what happened, and what you would like us to do',
        `the number {{ticket.id}}, so that we find this conversation, and the reference numbers of earlier messages or tickets about it`,
        'the names of the members of our staff you have been in touch with',
        'the dates and times of what happened and of your calls, and the phone numbers you called from',
        'copies of the e-mails you have sent or received about it',
      ),
      paragraph('Please send it even if you do not have all of this.'),
      heading('What happens then'),
      paragraph(
        `We will confirm within ${within.acknowledgement} that we have received your complaint. Within ${within.update} of that we will send you an update, and within ${within.response} of the update our formal response.`,
      ),
      paragraph(
        'If you need support with writing to us, or if your complaint is about your personal data, you do not have to use the form or a letter: just tell us in your reply or when you call.',
      ),
      paragraph('Kind regards', '{{current_user.name}}', company),
    ),
  de: ({ company, formUrl, addressLine, within }) =>
    letter(
      paragraph('Guten Tag,'),
      paragraph(
        'vielen Dank, dass Sie uns gesagt haben, was nicht in Ordnung war. Es tut uns leid, dass Sie Grund zur Beschwerde haben.',
      ),
      paragraph(
        'Förmliche Beschwerden nehmen wir schriftlich entgegen. So haben wir das Anliegen in Ihren eigenen Worten, und jeder Schritt ist dokumentiert. Bitte wählen Sie den Weg, der Ihnen am besten passt:',
      ),
      bullets(`${strong('Online-Formular:')} ${link(formUrl)}`, `${strong('Brief:')} ${addressLine}`),
      heading('Was Sie uns schreiben sollten'),
      bullets(
        'was passiert ist und was Sie sich von uns wünschen',
        'die Nummer {{ticket.id}}, damit wir dieses Gespräch wiederfinden, und die Nummern früherer Anfragen (Tickets) dazu',
        'die Namen der Personen bei uns, mit denen Sie Kontakt hatten',
        'Datum und Uhrzeit der Vorfälle und Ihrer Anrufe sowie die Telefonnummern, von denen Sie angerufen haben',
        'Kopien der E-Mails, die Sie dazu gesendet oder erhalten haben',
      ),
      paragraph('Bitte schreiben Sie uns auch dann, wenn Ihnen nicht alles davon vorliegt.'),
      heading('Was dann geschieht'),
      paragraph(
        `Innerhalb von ${within.acknowledgement} bestätigen wir Ihnen den Eingang Ihrer Beschwerde. Innerhalb von ${within.update} danach informieren wir Sie über den Zwischenstand und innerhalb von ${within.response} nach dem Zwischenstand erhalten Sie unsere abschließende Antwort.`,
      ),
      paragraph(
        'Wenn Sie beim Schreiben Unterstützung brauchen oder wenn es um Ihre personenbezogenen Daten geht, brauchen Sie weder Formular noch Brief: Sagen Sie es uns einfach in Ihrer Antwort oder am Telefon.',
      ),
      paragraph('Mit freundlichen Grüßen', '{{current_user.name}}', company),
    ),
};
