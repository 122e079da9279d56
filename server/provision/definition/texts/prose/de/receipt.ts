import { ASKED_ITEMS } from '../../../../../../domain/asked-items.ts';
import { REFERENCE } from '../../html.ts';
import type { ReceiptProse } from '../words.ts';

export const receipt: ReceiptProse = {
  frame: {
    hello: 'Guten Tag,',
    helloName: 'Guten Tag {{ticket.requester.name}},',
    regards: 'Mit freundlichen Grüßen',
    team: ({ company }) => `Ihr Beschwerdeteam von ${company}`,
    summary: ASKED_ITEMS.de.summary,
    evidence: ASKED_ITEMS.de,
    next: 'So geht es weiter',
    replyAnyTime:
      'Wenn Sie eine Frage haben oder etwas ergänzen möchten, antworten Sie einfach auf diese Nachricht.',
  },
  acknowledgement: {
    received: `vielen Dank für Ihre Nachricht. Ihre förmliche Beschwerde ist bei uns eingegangen. Ihre Vorgangsnummer lautet ${REFERENCE}.`,
    sorry: 'Es tut uns leid, dass Sie Grund zur Beschwerde haben.',
    update: ({ within }) =>
      `Wir prüfen Ihre Beschwerde. Innerhalb von ${within.update} nach dieser Nachricht informieren wir Sie über den Zwischenstand, auch wenn wir dann noch nicht fertig sind.`,
    response: ({ within }) =>
      `Innerhalb von ${within.response} nach diesem Zwischenstand erhalten Sie unsere abschließende Antwort. Darin steht, was wir festgestellt haben, was wir daraufhin tun und welche Möglichkeiten Sie haben, wenn Sie nicht einverstanden sind.`,
    helps: 'Was uns hilft',
    send: 'Wir beginnen in jedem Fall sofort. Wenn Sie etwas hiervon haben und uns noch nicht geschickt haben, senden Sie es uns bitte:',
    reach: 'So erreichen Sie uns',
    reply:
      'Antworten Sie einfach auf diese Nachricht: Ihre Antwort geht direkt an die Personen, die Ihre Beschwerde prüfen. Sie können uns auch per Post schreiben; bitte geben Sie dabei die Vorgangsnummer {{ticket.id}} an. Unsere Anschrift:',
  },
  howToComplain: {
    thanks:
      'vielen Dank, dass Sie uns gesagt haben, was nicht in Ordnung war. Es tut uns leid, dass Sie Grund zur Beschwerde haben.',
    inWriting:
      'Förmliche Beschwerden nehmen wir schriftlich entgegen. So haben wir das Anliegen in Ihren eigenen Worten, und jeder Schritt ist dokumentiert. Bitte wählen Sie den Weg, der Ihnen am besten passt:',
    form: 'Online-Formular:',
    post: 'Brief:',
    what: 'Was Sie uns schreiben sollten',
    happened: 'was passiert ist und was Sie sich von uns wünschen',
    number: 'die Nummer {{ticket.id}}, damit wir dieses Gespräch wiederfinden',
    anyway: 'Bitte schreiben Sie uns auch dann, wenn Ihnen nicht alles davon vorliegt.',
    promises: ({ within }) =>
      `Innerhalb von ${within.acknowledgement} bestätigen wir Ihnen den Eingang Ihrer Beschwerde. Innerhalb von ${within.update} danach informieren wir Sie über den Zwischenstand, und innerhalb von ${within.response} nach dem Zwischenstand erhalten Sie unsere abschließende Antwort.`,
    support:
      'Wenn Sie beim Schreiben Unterstützung brauchen oder wenn es um Ihre personenbezogenen Daten geht, brauchen Sie weder Formular noch Brief: Sagen Sie es uns einfach in Ihrer Antwort oder am Telefon.',
  },
  askEvidence: {
    opening: `wir prüfen Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE}. Sie können uns helfen, schneller herauszufinden, was passiert ist.`,
    helps: 'Was uns helfen würde',
    reply:
      'Antworten Sie uns einfach und fügen Sie bei, was Sie haben. Wenn Ihnen nicht alles davon vorliegt, schicken Sie uns bitte, was da ist.',
    dates: 'Wir arbeiten inzwischen weiter, und die zugesagten Termine gelten nach wie vor.',
  },
};
