import { place } from '../../../places.ts';
import { link, mailLink, REFERENCE, strong } from '../../html.ts';
import type { DecisionProse } from '../words.ts';

const PUT_RIGHT = 'wat wij doen om het recht te zetten, wie dat doet en wanneer het klaar is';
const THANKS = 'Dank u wel dat u ons hebt laten weten wat er niet goed is gegaan.';

export const decision: DecisionProse = {
  response: {
    opening: `Dit is onze formele reactie op uw klacht met referentienummer ${REFERENCE}.`,
    complaint: 'Uw klacht',
    complaintPlace: 'uw klacht zoals wij die hebben begrepen, punt voor punt',
    decision: 'Ons besluit',
    reasons: 'Onze redenen',
    reasonsPlace: 'wat wij hebben vastgesteld en waarom wij zo besluiten, voor elk punt',
    doing: 'Wat wij gaan doen',
    disagree: 'Als u het er niet mee eens bent',
    outcomes: {
      upheld: {
        decision: `${strong('Uw klacht is gegrond.')} U hebt terecht geklaagd, en het spijt ons dat het niet goed is gegaan.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      partly_upheld: {
        decision: `${strong('Uw klacht is deels gegrond:')} ${place('welke punten kloppen en welke niet')} Het spijt ons dat niet alles goed is gegaan.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      not_upheld: {
        decision: `${strong('Uw klacht is ongegrond.')} Wij begrijpen dat u op een ander antwoord had gehoopt.`,
        doing: 'wat wij toch voor u doen, of: waarom er niets te doen is',
        thanks: 'Dank u wel dat u ons de gelegenheid hebt gegeven dit te onderzoeken.',
      },
    },
  },
  waysOn: {
    appeal: ({ appealEmail, addressLine }) =>
      `Als u het niet eens bent met deze reactie, hebt u het recht om bezwaar te maken. Beantwoord dit bericht${
        appealEmail ? `, schrijf naar ${mailLink(appealEmail)}` : ''
      } of stuur een brief naar ${addressLine}, en laat ons weten waarmee u het niet eens bent en waarom. Vermeld daarbij het referentienummer {{ticket.id}}. Uw klacht wordt dan opnieuw beoordeeld door iemand die er nog niet bij betrokken was.`,
    ombudsman: ({ name, url, after }) =>
      `Als wij er samen niet uitkomen, kunt u met uw klacht naar een geschilleninstantie die onafhankelijk van ons is en voor u gratis: ${name}, ${link(url)}.${
        after
          ? ` Dat kan ${after} nadat u voor het eerst bij ons hebt geklaagd, of eerder als wij u schrijven dat wij er niet uitkomen.`
          : ''
      }`,
    ombudsmanPlace: 'de geschilleninstantie waar u terechtkunt: naam, adres, vanaf wanneer',
  },
  appealAcknowledgement: {
    opening: `U hebt ons laten weten dat u het niet eens bent met onze reactie op uw klacht met referentienummer ${REFERENCE}. Wij hebben uw bezwaar ontvangen.`,
    review: `Uw klacht wordt opnieuw beoordeeld door iemand die er nog niet bij betrokken was. U hoort uiterlijk op ${place('datum')} van ons.`,
    add: 'Wilt u iets toevoegen? Beantwoord dan dit bericht. Wij hebben alles nog wat u ons al hebt gestuurd; u hoeft het niet opnieuw te sturen.',
  },
  appealOutcome: {
    opening: `U hebt ons gevraagd uw klacht met referentienummer ${REFERENCE} opnieuw te beoordelen. Ik was er nog niet bij betrokken. Dit is de uitkomst.`,
    appeal: 'Uw bezwaar',
    appealPlace: 'waarmee u het niet eens bent, punt voor punt',
    decisionPlace: 'of ons eerste besluit blijft staan, of wat er verandert',
    reasonsPlace: 'wat wij opnieuw hebben bekeken en vastgesteld, voor elk punt',
    doingPlace: 'wat wij doen, wie dat doet en wanneer het klaar is, of: waarom er niets te doen is',
    final: 'Dit is ons definitieve antwoord op uw klacht.',
  },
  adrLetter: {
    opening: `Dit gaat over uw klacht met referentienummer ${REFERENCE}. Die is niet naar uw tevredenheid opgelost. Dat spijt ons.`,
    stand: 'Stand van zaken',
    standPlace: 'wat wij tot nu toe hebben gedaan of aangeboden, en waarom er nog geen akkoord is',
    now: 'Wat u nu kunt doen',
    body: ({ name }) =>
      `U kunt nu met uw klacht naar een geschilleninstantie: ${strong(name)}. Die is onafhankelijk van ons en voor u gratis.`,
    until: ({ until }) =>
      `Doe dit alstublieft ${strong(`binnen ${until} na de datum van deze brief`)}: daarna wordt uw klacht daar mogelijk niet meer in behandeling genomen.`,
    bodyPlace:
      'de geschilleninstantie: naam, website, adres; gratis en onafhankelijk; tot wanneer u er terechtkunt',
    enough:
      'Van ons hebt u alleen het nummer {{ticket.id}} en deze brief nodig. Als de instantie verder nog iets van ons wil weten, geven wij dat door.',
  },
};
