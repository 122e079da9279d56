import { ASKED_ITEMS } from '../../../../../../domain/asked-items.ts';
import { REFERENCE } from '../../html.ts';
import type { ReceiptProse } from '../words.ts';

export const receipt: ReceiptProse = {
  frame: {
    hello: 'Bonjour,',
    helloName: 'Bonjour {{ticket.requester.name}},',
    regards: 'Cordialement,',
    team: ({ company }) => `L’équipe chargée des réclamations chez ${company}`,
    summary: ASKED_ITEMS.fr.summary,
    evidence: ASKED_ITEMS.fr,
    next: 'La suite',
    replyAnyTime:
      'Si vous avez une question ou souhaitez ajouter quelque chose, il vous suffit de répondre à ce message.',
  },
  acknowledgement: {
    received: `Nous vous remercions de votre message. Nous avons bien reçu votre réclamation formelle. Votre numéro de dossier est le ${REFERENCE}.`,
    sorry: 'Nous sommes désolés que vous ayez eu des raisons de réclamer.',
    update: ({ within }) =>
      `Nous examinons votre réclamation et vous écrirons dans un délai de ${within.update} à compter de ce message pour faire un point d’étape, même si notre examen n’est pas encore terminé.`,
    response: ({ within }) =>
      `Vous recevrez notre réponse formelle dans un délai de ${within.response} à compter de ce point d’étape. Elle vous dira ce que nous avons constaté, ce que nous allons faire et ce que vous pouvez faire si vous n’êtes pas d’accord.`,
    helps: 'Ce qui nous aide',
    send: 'Dans tous les cas, nous commençons dès maintenant. Si vous disposez de l’un des éléments suivants et ne nous l’avez pas encore envoyé, merci de nous le transmettre :',
    reach: 'Comment nous joindre',
    reply:
      'Il vous suffit de répondre à ce message : votre réponse parviendra directement aux personnes qui examinent votre réclamation. Vous pouvez aussi nous écrire par courrier ; veuillez alors indiquer le numéro de dossier {{ticket.id}}. Notre adresse :',
  },
  howToComplain: {
    thanks:
      'Nous vous remercions de nous avoir signalé ce qui n’allait pas. Nous sommes désolés que vous ayez eu des raisons de réclamer.',
    inWriting:
      'Nous recevons les réclamations formelles par écrit : nous disposons ainsi des faits dans vos propres termes, et chaque étape est consignée. Choisissez le moyen qui vous convient le mieux :',
    form: 'Formulaire en ligne :',
    post: 'Lettre :',
    what: 'Ce qu’il faut nous écrire',
    happened: 'ce qui s’est passé et ce que vous attendez de nous',
    number: 'le numéro {{ticket.id}}, pour que nous puissions retrouver cet échange',
    anyway: 'Écrivez-nous même si vous ne disposez pas de tous ces éléments.',
    promises: ({ within }) =>
      `Dans un délai de ${within.acknowledgement}, nous vous confirmerons la réception de votre réclamation. Nous ferons un point d’étape dans un délai de ${within.update} à compter de cette confirmation et vous enverrons notre réponse formelle dans un délai de ${within.response} à compter de ce point d’étape.`,
    support:
      'Si vous avez besoin d’aide pour nous écrire ou si votre réclamation concerne vos données personnelles, vous n’avez pas à utiliser le formulaire ni à envoyer de lettre : dites-le-nous simplement dans votre réponse ou par téléphone.',
  },
  askEvidence: {
    opening: `Nous examinons votre réclamation, numéro de dossier ${REFERENCE}. Vous pouvez nous aider à comprendre plus vite ce qui s’est passé.`,
    helps: 'Ce qui nous aiderait',
    reply:
      'Il vous suffit de nous répondre en joignant ce dont vous disposez. Si vous n’avez pas tout, envoyez-nous ce que vous pouvez.',
    dates:
      'Nous poursuivons notre travail en attendant, et les dates que nous vous avons promises restent valables.',
  },
};
