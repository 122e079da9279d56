import { place } from '../../../places.ts';
import { link, mailLink, REFERENCE, strong } from '../../html.ts';
import type { DecisionProse } from '../words.ts';

const PUT_RIGHT = 'qué haremos para solucionarlo, quién lo hará y cuándo a más tardar';
const THANKS = 'Gracias por contarnos lo que no ha ido bien.';

export const decision: DecisionProse = {
  response: {
    opening: `Esta es nuestra respuesta formal a su reclamación, con número de referencia ${REFERENCE}.`,
    complaint: 'Su reclamación',
    complaintPlace: 'su reclamación tal como la hemos entendido, punto por punto',
    decision: 'Nuestra decisión',
    reasons: 'Nuestros motivos',
    reasonsPlace: 'qué hemos averiguado y por qué decidimos así, para cada punto',
    doing: 'Qué vamos a hacer',
    disagree: 'Si no está de acuerdo',
    outcomes: {
      upheld: {
        decision: `${strong('Estimamos su reclamación.')} Tenía usted razón al reclamar, y lamentamos lo ocurrido.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      partly_upheld: {
        decision: `${strong('Estimamos su reclamación en parte:')} ${place('en qué puntos tiene razón y en cuáles no')} Lamentamos lo que no ha ido bien.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      not_upheld: {
        decision: `${strong('No estimamos su reclamación.')} Sabemos que no es la respuesta que usted esperaba.`,
        doing: 'qué haremos por usted de todos modos, o bien: por qué no hay nada que hacer',
        thanks: 'Gracias por darnos la oportunidad de estudiarla.',
      },
    },
  },
  waysOn: {
    appeal: ({ appealEmail, addressLine }) =>
      `Si no está de acuerdo con esta respuesta, tiene derecho a recurrirla. Responda a este mensaje${
        appealEmail ? `, escriba a ${mailLink(appealEmail)}` : ''
      } o envíe una carta a ${addressLine}, y díganos con qué no está de acuerdo y por qué. Indique el número de referencia {{ticket.id}}. A continuación, revisará su reclamación una persona que no se ha ocupado de ella hasta ahora.`,
    ombudsman: ({ name, url, after }) =>
      `Si no llegamos a un acuerdo, puede acudir a un organismo de resolución de conflictos, independiente de nosotros y gratuito para usted: ${name}, ${link(url)}.${
        after
          ? ` Puede hacerlo una vez transcurrido un plazo de ${after} desde su primera reclamación, o antes si le comunicamos por escrito que no es posible un acuerdo.`
          : ''
      }`,
    ombudsmanPlace:
      'el organismo de resolución de conflictos al que se puede acudir: nombre, dirección, desde cuándo',
  },
  appealAcknowledgement: {
    opening: `Nos ha comunicado que no está de acuerdo con nuestra respuesta a su reclamación, con número de referencia ${REFERENCE}. Hemos recibido su recurso.`,
    review: `Revisará su reclamación una persona que no se ha ocupado de ella hasta ahora. Tendrá noticias nuestras a más tardar el ${place('fecha')}.`,
    add: 'Si desea añadir algo, solo tiene que responder a este mensaje. Conservamos todo lo que ya nos ha enviado; no hace falta que lo envíe de nuevo.',
  },
  appealOutcome: {
    opening: `Nos pidió que revisáramos su reclamación, con número de referencia ${REFERENCE}. Yo no me había ocupado de ella hasta ahora. Este es el resultado.`,
    appeal: 'Su recurso',
    appealPlace: 'con qué no está de acuerdo, punto por punto',
    decisionPlace: 'si se mantiene nuestra primera decisión o qué cambia',
    reasonsPlace: 'qué hemos vuelto a examinar y qué hemos averiguado, para cada punto',
    doingPlace: 'qué haremos, quién lo hará y cuándo a más tardar, o bien: por qué no hay nada que hacer',
    final: 'Esta es nuestra respuesta definitiva a su reclamación.',
  },
  adrLetter: {
    opening: `Le escribimos acerca de su reclamación, con número de referencia ${REFERENCE}. No se ha resuelto a su satisfacción, y lo lamentamos.`,
    stand: 'En qué punto estamos',
    standPlace: 'qué hemos hecho u ofrecido hasta ahora y por qué todavía no hay acuerdo',
    now: 'Qué puede hacer ahora',
    body: ({ name }) =>
      `Ya puede llevar su reclamación a un organismo de resolución de conflictos: ${strong(name)}. Es independiente de nosotros y gratuito para usted.`,
    until: ({ until }) =>
      `Le rogamos que lo haga ${strong(`en un plazo de ${until} desde la fecha de esta carta`)}: después es posible que ya no admita su reclamación.`,
    bodyPlace:
      'el organismo de resolución de conflictos: nombre, sitio web, dirección; gratuito e independiente; hasta cuándo se puede acudir a él',
    enough:
      'De nosotros solo necesita el número {{ticket.id}} y esta carta. Si el organismo nos pide algo más, se lo facilitaremos.',
  },
};
