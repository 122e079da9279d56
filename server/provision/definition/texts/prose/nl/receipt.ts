import { ASKED_ITEMS } from '../../../../../../domain/asked-items.ts';
import { REFERENCE } from '../../html.ts';
import type { ReceiptProse } from '../words.ts';

export const receipt: ReceiptProse = {
  frame: {
    hello: 'Goedendag,',
    helloName: 'Geachte {{ticket.requester.name}},',
    regards: 'Met vriendelijke groet,',
    team: ({ company }) => `Het klachtenteam van ${company}`,
    summary: ASKED_ITEMS.nl.summary,
    evidence: ASKED_ITEMS.nl,
    next: 'Hoe het verder gaat',
    replyAnyTime: 'Hebt u een vraag of wilt u iets toevoegen? Beantwoord dan dit bericht.',
  },
  acknowledgement: {
    received: `Dank u wel voor uw bericht. Wij hebben uw formele klacht ontvangen. Uw referentienummer is ${REFERENCE}.`,
    sorry: 'Het spijt ons dat u reden hebt om te klagen.',
    update: ({ within }) =>
      `Wij onderzoeken uw klacht en sturen u binnen ${within.update} na dit bericht een tussenstand, ook als wij dan nog niet klaar zijn.`,
    response: ({ within }) =>
      `Binnen ${within.response} na die tussenstand krijgt u onze formele reactie. Daarin leest u wat wij hebben vastgesteld, wat wij eraan doen en wat u kunt doen als u het er niet mee eens bent.`,
    helps: 'Wat ons helpt',
    send: 'Wij beginnen in elk geval meteen. Hebt u iets van het volgende, en hebt u ons dat nog niet gestuurd? Stuur het ons dan alstublieft:',
    reach: 'Hoe u ons bereikt',
    reply:
      'U kunt gewoon dit bericht beantwoorden: uw antwoord komt rechtstreeks bij de mensen die uw klacht onderzoeken. U kunt ons ook per post schrijven; vermeld dan het referentienummer {{ticket.id}}. Ons adres is:',
  },
  howToComplain: {
    thanks:
      'Dank u wel dat u ons laat weten wat er niet goed is gegaan. Het spijt ons dat u reden hebt om te klagen.',
    inWriting:
      'Wij nemen formele klachten schriftelijk aan. Zo hebben wij uw verhaal in uw eigen woorden en ligt elke stap vast. Kies de manier die u het beste uitkomt:',
    form: 'Onlineformulier:',
    post: 'Brief:',
    what: 'Wat u ons kunt schrijven',
    happened: 'wat er is gebeurd en wat u van ons verwacht',
    number: 'het nummer {{ticket.id}}, zodat wij dit gesprek kunnen terugvinden',
    anyway: 'Stuur uw klacht ook als u niet alles hiervan hebt.',
    promises: ({ within }) =>
      `Binnen ${within.acknowledgement} bevestigen wij dat wij uw klacht hebben ontvangen. Binnen ${within.update} daarna sturen wij u een tussenstand, en binnen ${within.response} na de tussenstand krijgt u onze formele reactie.`,
    support:
      'Hebt u hulp nodig bij het schrijven, of gaat uw klacht over uw persoonsgegevens? Dan hoeft u geen formulier of brief te gebruiken: zeg het ons gewoon in uw antwoord of aan de telefoon.',
  },
  askEvidence: {
    opening: `Wij onderzoeken uw klacht met referentienummer ${REFERENCE}. U kunt ons helpen sneller te achterhalen wat er is gebeurd.`,
    helps: 'Wat ons zou helpen',
    reply: 'Antwoord ons gewoon en voeg toe wat u hebt. Hebt u niet alles? Stuur ons dan wat u kunt.',
    dates: 'Wij werken intussen door, en de data die wij u hebben toegezegd, blijven gelden.',
  },
};
