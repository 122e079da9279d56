import { place } from '../../../places.ts';
import { link, mailLink, REFERENCE, strong } from '../../html.ts';
import type { DecisionProse } from '../words.ts';

const PUT_RIGHT = 'ce que nous ferons pour y remédier, qui le fera et pour quand';
const THANKS = 'Nous vous remercions de nous avoir signalé ce qui n’allait pas.';

export const decision: DecisionProse = {
  response: {
    opening: `Voici notre réponse formelle à votre réclamation, numéro de dossier ${REFERENCE}.`,
    complaint: 'Votre réclamation',
    complaintPlace: 'votre réclamation telle que nous l’avons comprise, point par point',
    decision: 'Notre décision',
    reasons: 'Nos raisons',
    reasonsPlace: 'ce que nous avons constaté et pourquoi nous décidons ainsi, pour chaque point',
    doing: 'Ce que nous allons faire',
    disagree: 'Si vous n’êtes pas d’accord',
    outcomes: {
      upheld: {
        decision: `${strong('Votre réclamation est fondée.')} Vous aviez raison de réclamer, et nous sommes désolés de ce qui s’est passé.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      partly_upheld: {
        decision: `${strong('Votre réclamation est fondée en partie :')} ${place('quels points sont fondés et lesquels ne le sont pas')} Nous sommes désolés de ce qui n’allait pas.`,
        doing: PUT_RIGHT,
        thanks: THANKS,
      },
      not_upheld: {
        decision: `${strong('Votre réclamation n’est pas fondée.')} Nous savons que ce n’est pas la réponse que vous espériez.`,
        doing: 'ce que nous ferons malgré tout pour vous, ou : pourquoi il n’y a rien à faire',
        thanks: 'Nous vous remercions de nous avoir permis d’examiner votre situation.',
      },
    },
  },
  waysOn: {
    appeal: ({ appealEmail, addressLine }) =>
      `Si vous n’êtes pas d’accord avec cette réponse, vous avez le droit de former un recours. Répondez à ce message${
        appealEmail ? `, écrivez à ${mailLink(appealEmail)}` : ''
      } ou envoyez une lettre à ${addressLine}, et dites-nous avec quoi vous n’êtes pas d’accord et pourquoi. Veuillez indiquer le numéro de dossier {{ticket.id}}. Votre réclamation sera alors réexaminée par une personne qui ne s’en est pas encore occupée.`,
    ombudsman: ({ name, url, after }) =>
      `Si nous ne parvenons pas à un accord, vous pouvez vous adresser à un organisme de médiation, indépendant de nous et gratuit pour vous : ${name}, ${link(url)}.${
        after
          ? ` Vous pouvez le faire une fois écoulé un délai de ${after} à compter de votre première réclamation, ou plus tôt si nous vous écrivons qu’aucun accord n’est possible.`
          : ''
      }`,
    ombudsmanPlace: 'l’organisme de médiation auquel s’adresser : nom, adresse, à partir de quand',
  },
  appealAcknowledgement: {
    opening: `Vous nous avez fait savoir que vous n’êtes pas d’accord avec notre réponse à votre réclamation, numéro de dossier ${REFERENCE}. Nous avons bien reçu votre recours.`,
    review: `Votre réclamation sera réexaminée par une personne qui ne s’en est pas encore occupée. Vous aurez de nos nouvelles au plus tard le ${place('date')}.`,
    add: 'Si vous souhaitez ajouter quelque chose, il vous suffit de répondre à ce message. Nous avons conservé tout ce que vous nous avez déjà envoyé ; vous n’avez pas à l’envoyer de nouveau.',
  },
  appealOutcome: {
    opening: `Vous nous avez demandé de réexaminer votre réclamation, numéro de dossier ${REFERENCE}. Je n’avais pas traité ce dossier auparavant. Voici le résultat.`,
    appeal: 'Votre recours',
    appealPlace: 'ce avec quoi vous n’êtes pas d’accord, point par point',
    decisionPlace: 'si notre première décision est maintenue, ou ce qui change',
    reasonsPlace: 'ce que nous avons réexaminé et constaté, pour chaque point',
    doingPlace: 'ce que nous ferons, qui le fera et pour quand, ou : pourquoi il n’y a rien à faire',
    final: 'Ceci est notre réponse définitive à votre réclamation.',
  },
  adrLetter: {
    opening: `Nous vous écrivons au sujet de votre réclamation, numéro de dossier ${REFERENCE}. Elle n’a pas été réglée à votre satisfaction. Nous en sommes désolés.`,
    stand: 'Où nous en sommes',
    standPlace: 'ce que nous avons fait ou proposé jusqu’ici, et pourquoi il n’y a pas encore d’accord',
    now: 'Ce que vous pouvez faire maintenant',
    body: ({ name }) =>
      `Vous pouvez dès à présent soumettre votre réclamation à un organisme de médiation : ${strong(name)}. Il est indépendant de nous et gratuit pour vous.`,
    until: ({ until }) =>
      `Veuillez le faire ${strong(`dans un délai de ${until} à compter de la date de cette lettre`)} : passé ce délai, votre réclamation pourrait ne plus y être acceptée.`,
    bodyPlace:
      'l’organisme de médiation : nom, site internet, adresse ; gratuit et indépendant ; jusqu’à quand il peut être saisi',
    enough:
      'De notre part, il vous faut seulement le numéro {{ticket.id}} et cette lettre. Si cet organisme nous demande autre chose, nous le lui fournirons.',
  },
};
