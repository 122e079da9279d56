import { NEW_DATE_PLACES } from '../../../../../../domain/letter-places.ts';
import { place } from '../../../places.ts';
import { link, REFERENCE } from '../../html.ts';
import type { ProgressProse } from '../words.ts';

export const progress: ProgressProse = {
  statusUpdate: {
    opening: `Esta es la actualización que le prometimos sobre su reclamación, con número de referencia ${REFERENCE}.`,
    found: 'En qué punto estamos',
    foundPlace: 'qué hemos averiguado hasta ahora',
    open: 'Qué queda pendiente',
    openPlace: 'qué estamos comprobando todavía y con quién',
    need: 'Qué necesitamos de usted',
    needPlace: 'qué nos ayudaría, o bien: por el momento, nada',
    response: ({ within }) =>
      `Recibirá nuestra respuesta formal en un plazo de ${within.response} desde nuestra primera actualización.`,
  },
  extension: {
    opening: `Seguimos trabajando en su reclamación, con número de referencia ${REFERENCE}, y necesitamos más tiempo del que le habíamos anunciado. Lo sentimos.`,
    why: 'Por qué tardamos más',
    whyPlace: 'el motivo: a qué estamos esperando y desde cuándo',
    when: 'Cuándo tendrá noticias nuestras',
    until: `Recibirá nuestra respuesta a más tardar el ${place(NEW_DATE_PLACES.es)}.`,
    meanwhile: 'Qué haremos hasta entonces',
    meanwhilePlace: 'los próximos pasos',
  },
  behaviour: {
    opening: `Estamos estudiando su reclamación, con número de referencia ${REFERENCE}, y seguiremos haciéndolo. Entendemos su malestar. Este mensaje no trata de su reclamación, sino de la forma en que se ha dirigido a nosotros.`,
    happened: 'Qué ha ocurrido',
    happenedPlace: 'qué se dijo o se escribió, cuándo y a quién, con palabras sencillas',
    respect:
      'Quienes trabajan con nosotros deben poder hacerlo sin recibir insultos ni amenazas. Le rogamos que lo tenga en cuenta cuando nos llame o nos escriba.',
    again: 'Si vuelve a ocurrir',
    consequence:
      'En ese caso podremos poner fin a una llamada o pedirle que nos escriba. Su reclamación se responderá de todos modos.',
    support: 'Si le resulta difícil escribirnos o si necesita ayuda, díganoslo: encontraremos la manera.',
  },
  dataProtection: {
    heading: 'Sus datos personales',
    text: ({ company, authority }) =>
      `En lo que su reclamación (número de referencia {{ticket.id}}) se refiera a cómo ha tratado ${company} sus datos personales, también puede acudir a la autoridad de protección de datos, de forma gratuita y en cualquier momento: ${
        authority ? `${authority.name}, ${link(authority.url)}.` : place('la autoridad: nombre y sitio web')
      } No hace falta que espere a que se resuelva el resto de su reclamación.`,
  },
};
