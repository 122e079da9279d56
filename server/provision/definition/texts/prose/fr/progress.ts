import { NEW_DATE_PLACES } from '../../../../../../domain/letter-places.ts';
import { place } from '../../../places.ts';
import { link, REFERENCE } from '../../html.ts';
import type { ProgressProse } from '../words.ts';

export const progress: ProgressProse = {
  statusUpdate: {
    opening: `Comme promis, voici un point d’étape sur votre réclamation, numéro de dossier ${REFERENCE}.`,
    found: 'Où nous en sommes',
    foundPlace: 'ce que nous avons constaté jusqu’ici',
    open: 'Ce qui reste à éclaircir',
    openPlace: 'ce que nous vérifions encore, et avec qui',
    need: 'Ce dont nous avons besoin de votre part',
    needPlace: 'ce qui nous aiderait, ou : rien pour le moment',
    response: ({ within }) =>
      `Vous recevrez notre réponse formelle dans un délai de ${within.response} à compter de notre premier point d’étape.`,
  },
  extension: {
    opening: `Nous travaillons toujours sur votre réclamation, numéro de dossier ${REFERENCE}, et il nous faut plus de temps que prévu. Nous en sommes désolés.`,
    why: 'Pourquoi cela prend plus de temps',
    whyPlace: 'la raison : ce que nous attendons, et depuis quand',
    when: 'Quand vous aurez de nos nouvelles',
    until: `Vous recevrez notre réponse au plus tard le ${place(NEW_DATE_PLACES.fr)}.`,
    meanwhile: 'Ce que nous ferons d’ici là',
    meanwhilePlace: 'les prochaines étapes',
  },
  behaviour: {
    opening: `Nous examinons votre réclamation, numéro de dossier ${REFERENCE}, et continuerons à le faire. Nous comprenons votre mécontentement. Ce message ne porte pas sur votre réclamation, mais sur la façon dont on s’est adressé à nous.`,
    happened: 'Ce qui s’est passé',
    happenedPlace: 'ce qui a été dit ou écrit, quand et à qui, en termes simples',
    respect:
      'Les personnes qui travaillent chez nous doivent pouvoir le faire sans subir d’insultes ni de menaces. Nous vous remercions d’en tenir compte lorsque vous nous appelez ou nous écrivez.',
    again: 'Si cela se reproduit',
    consequence:
      'Nous pourrons alors mettre fin à un appel ou vous demander de nous écrire. Votre réclamation recevra une réponse dans tous les cas.',
    support:
      'S’il vous est difficile de nous écrire ou si vous avez besoin d’aide, dites-le-nous : nous trouverons une solution.',
  },
  dataProtection: {
    heading: 'Vos données personnelles',
    text: ({ company, authority }) =>
      `Dans la mesure où votre réclamation (numéro de dossier {{ticket.id}}) porte sur la manière dont ${company} a traité vos données personnelles, vous pouvez aussi vous adresser à l’autorité de protection des données, gratuitement et à tout moment : ${
        authority ? `${authority.name}, ${link(authority.url)}.` : place('l’autorité : nom et site internet')
      } Vous n’avez pas à attendre que le reste de votre réclamation soit réglé.`,
  },
};
