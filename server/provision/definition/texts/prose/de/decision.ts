import { place } from '../../../places.ts';
import { link, mailLink, REFERENCE, strong } from '../../html.ts';
import type { DecisionProse } from '../words.ts';

const PUT_RIGHT = 'was wir tun, um es in Ordnung zu bringen, wer es tut und bis wann';
const THANKS = 'Vielen Dank, dass Sie uns gesagt haben, was nicht in Ordnung war.';

export const decision: DecisionProse = {
  response: {
    opening: `dies ist unsere abschließende Antwort auf Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE}.`,
    complaint: 'Ihre Beschwerde',
    complaintPlace: 'Ihre Beschwerde, wie wir sie verstanden haben, Punkt für Punkt',
    decision: 'Unser Ergebnis',
    reasons: 'Unsere Gründe',
    reasonsPlace: 'was wir festgestellt haben und warum wir so entscheiden, zu jedem Punkt',
    doing: 'Was wir tun',
    disagree: 'Wenn Sie nicht einverstanden sind',
    outcomes: {
      upheld: {
        decision: `${strong('Ihre Beschwerde ist begründet.')} Sie haben sich zu Recht beschwert. Was nicht in Ordnung war, tut uns leid.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      partly_upheld: {
        decision: `${strong('Ihre Beschwerde ist teilweise begründet:')} ${place('welche Punkte zutreffen und welche nicht')} Was nicht in Ordnung war, tut uns leid.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      not_upheld: {
        decision: `${strong('Ihre Beschwerde ist unbegründet.')} Wir wissen, dass Sie auf eine andere Antwort gehofft haben.`,
        doing: 'was wir dennoch für Sie tun; oder: warum nichts zu veranlassen ist',
        thanks: 'Vielen Dank, dass Sie uns Gelegenheit gegeben haben, die Sache zu prüfen.',
      },
    },
  },
  waysOn: {
    appeal: ({ appealEmail, addressLine }) =>
      `Wenn Sie mit dieser Antwort nicht einverstanden sind, können Sie eine Überprüfung beantragen. Antworten Sie dazu auf diese Nachricht${
        appealEmail ? `, schreiben Sie an ${mailLink(appealEmail)}` : ''
      } oder senden Sie einen Brief an ${addressLine}, und teilen Sie uns mit, womit Sie nicht einverstanden sind und warum. Bitte geben Sie dabei die Vorgangsnummer {{ticket.id}} an. Ihre Beschwerde wird dann von einer Person geprüft, die bisher nicht damit befasst war.`,
    ombudsman: ({ name, url, after }) =>
      `Wenn wir uns nicht einigen, können Sie sich an eine Verbraucherschlichtungsstelle wenden, die von uns unabhängig und für Sie kostenlos ist: ${name}, ${link(url)}.${
        after
          ? ` Das ist nach ${after} möglich, gerechnet ab Ihrer ersten Beschwerde, oder früher, wenn wir Ihnen mitteilen, dass keine Einigung erzielt wurde.`
          : ''
      }`,
    ombudsmanPlace: 'zuständige Verbraucherschlichtungsstelle: Name, Anschrift, ab wann',
  },
  appealAcknowledgement: {
    opening: `Sie haben uns mitgeteilt, dass Sie mit unserer Antwort auf Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE} nicht einverstanden sind. Ihr Antrag auf Überprüfung ist bei uns eingegangen.`,
    review: `Ihre Beschwerde wird von einer Person geprüft, die bisher nicht damit befasst war. Bis zum ${place('Datum')} hören Sie von uns.`,
    add: 'Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Nachricht. Was Sie uns schon geschickt haben, liegt uns vor; Sie brauchen es nicht noch einmal zu senden.',
  },
  appealOutcome: {
    opening: `Sie haben uns gebeten, Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE} noch einmal zu prüfen. Ich war bisher nicht damit befasst. Dies ist das Ergebnis.`,
    appeal: 'Ihr Antrag',
    appealPlace: 'womit Sie nicht einverstanden sind, Punkt für Punkt',
    decisionPlace: 'ob es bei unserem ersten Ergebnis bleibt oder was sich ändert',
    reasonsPlace: 'was wir noch einmal geprüft und festgestellt haben, zu jedem Punkt',
    doingPlace: 'was wir tun, wer es tut und bis wann; oder: warum nichts zu veranlassen ist',
    final: 'Dies ist unsere endgültige Antwort auf Ihre Beschwerde.',
  },
  adrLetter: {
    opening: `es geht um Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE}. Sie konnte nicht zu Ihrer Zufriedenheit gelöst werden. Das tut uns leid.`,
    stand: 'Stand der Dinge',
    standPlace: 'was wir bisher getan oder angeboten haben, und warum es noch keine Einigung gibt',
    now: 'Was Sie jetzt tun können',
    body: ({ name }) =>
      `Sie können sich mit Ihrer Beschwerde jetzt an eine Verbraucherschlichtungsstelle wenden: ${strong(name)}. Sie ist von uns unabhängig, und für Sie ist das Verfahren kostenlos.`,
    until: ({ until }) =>
      `Bitte tun Sie das ${strong(`innerhalb von ${until} nach dem Datum dieses Schreibens`)}: Danach wird Ihre Beschwerde dort möglicherweise nicht mehr angenommen.`,
    bodyPlace:
      'die Verbraucherschlichtungsstelle: Name, Website, Anschrift; kostenlos und unabhängig; bis wann sie angerufen werden kann',
    enough:
      'Von uns brauchen Sie dafür nur die Nummer {{ticket.id}} und dieses Schreiben. Was die Stelle sonst noch von uns wissen möchte, teilen wir ihr mit.',
  },
};
