import { ASKED_ITEMS } from '../../../../../../domain/asked-items.ts';
import { REFERENCE } from '../../html.ts';
import type { ReceiptProse } from '../words.ts';

export const receipt: ReceiptProse = {
  frame: {
    hello: 'Buenos días:',
    helloName: 'Buenos días, {{ticket.requester.name}}:',
    regards: 'Reciba un cordial saludo,',
    team: ({ company }) => `El equipo de reclamaciones de ${company}`,
    summary: ASKED_ITEMS.es.summary,
    evidence: ASKED_ITEMS.es,
    next: 'Próximos pasos',
    replyAnyTime: 'Si tiene alguna pregunta o desea añadir algo, solo tiene que responder a este mensaje.',
  },
  acknowledgement: {
    received: `Gracias por escribirnos. Hemos recibido su reclamación formal. Su número de referencia es ${REFERENCE}.`,
    sorry: 'Lamentamos que haya tenido motivos para reclamar.',
    update: ({ within }) =>
      `Estudiaremos su reclamación y, en un plazo de ${within.update} desde este mensaje, le enviaremos una actualización sobre cómo avanza, aunque todavía no hayamos terminado.`,
    response: ({ within }) =>
      `En un plazo de ${within.response} desde esa actualización recibirá nuestra respuesta formal. En ella le diremos qué hemos averiguado, qué vamos a hacer y qué puede hacer usted si no está de acuerdo.`,
    helps: 'Qué nos ayuda',
    send: 'En cualquier caso, empezamos ya. Si dispone de algo de lo siguiente y aún no nos lo ha enviado, le rogamos que lo haga:',
    reach: 'Cómo ponerse en contacto con nosotros',
    reply:
      'Solo tiene que responder a este mensaje: su respuesta llegará directamente a las personas que estudian su reclamación. También puede escribirnos por correo postal; indique en ese caso el número de referencia {{ticket.id}}. Nuestra dirección es:',
  },
  howToComplain: {
    thanks: 'Gracias por contarnos lo que no ha ido bien. Lamentamos que haya tenido motivos para reclamar.',
    inWriting:
      'Recibimos las reclamaciones formales por escrito: así contamos con lo ocurrido en sus propias palabras y queda constancia de cada paso. Elija la vía que prefiera:',
    form: 'Formulario en línea:',
    post: 'Carta:',
    what: 'Qué debe incluir',
    happened: 'qué ha ocurrido y qué desea que hagamos',
    number: 'el número {{ticket.id}}, para que podamos encontrar esta conversación',
    anyway: 'Envíela aunque no disponga de todo lo anterior.',
    promises: ({ within }) =>
      `En un plazo de ${within.acknowledgement} le confirmaremos que hemos recibido su reclamación. En un plazo de ${within.update} desde esa confirmación le enviaremos una actualización y, en un plazo de ${within.response} desde esa actualización, le enviaremos nuestra respuesta formal.`,
    support:
      'Si necesita ayuda para escribirnos o si su reclamación trata de sus datos personales, no tiene que usar el formulario ni enviar una carta: basta con que nos lo diga en su respuesta o por teléfono.',
  },
  askEvidence: {
    opening: `Estamos estudiando su reclamación, con número de referencia ${REFERENCE}. Usted puede ayudarnos a averiguar antes qué ha ocurrido.`,
    helps: 'Qué nos ayudaría',
    reply:
      'Solo tiene que respondernos y adjuntar lo que tenga. Si no dispone de todo, envíenos lo que pueda.',
    dates: 'Mientras tanto seguimos trabajando, y las fechas que le hemos prometido se mantienen.',
  },
};
