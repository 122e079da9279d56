import { NEW_DATE_PLACES } from '../../../../../../domain/letter-places.ts';
import { place } from '../../../places.ts';
import { link, REFERENCE } from '../../html.ts';
import type { ProgressProse } from '../words.ts';

export const progress: ProgressProse = {
  statusUpdate: {
    opening: `Dit is de beloofde tussenstand van uw klacht met referentienummer ${REFERENCE}.`,
    found: 'Stand van zaken',
    foundPlace: 'wat wij tot nu toe hebben vastgesteld',
    open: 'Wat nog openstaat',
    openPlace: 'wat wij nog nagaan, en bij wie',
    need: 'Wat wij van u nodig hebben',
    needPlace: 'wat ons zou helpen, of: op dit moment niets',
    response: ({ within }) =>
      `U krijgt onze formele reactie binnen ${within.response} na onze eerste tussenstand.`,
  },
  extension: {
    opening: `Wij werken nog aan uw klacht met referentienummer ${REFERENCE} en hebben daarvoor meer tijd nodig dan wij u hadden gezegd. Dat spijt ons.`,
    why: 'Waarom het langer duurt',
    whyPlace: 'de reden: waarop wij wachten, en sinds wanneer',
    when: 'Wanneer u van ons hoort',
    until: `U krijgt ons antwoord uiterlijk op ${place(NEW_DATE_PLACES.nl)}.`,
    meanwhile: 'Wat wij tot die tijd doen',
    meanwhilePlace: 'de volgende stappen',
  },
  behaviour: {
    opening: `Wij onderzoeken uw klacht met referentienummer ${REFERENCE} en blijven dat doen. Wij begrijpen dat dit u boos maakt. Dit bericht gaat niet over uw klacht zelf, maar over de manier waarop wij zijn aangesproken.`,
    happened: 'Wat er is gebeurd',
    happenedPlace: 'wat er is gezegd of geschreven, wanneer en tegen wie, in gewone woorden',
    respect:
      'Wie bij ons werkt, moet dat kunnen doen zonder te worden beledigd of bedreigd. Wilt u hier rekening mee houden als u ons belt of schrijft?',
    again: 'Als het weer gebeurt',
    consequence:
      'Dan kunnen wij een gesprek beëindigen of u vragen ons te schrijven. Uw klacht wordt in elk geval beantwoord.',
    support:
      'Vindt u het moeilijk om ons te schrijven, of hebt u hulp nodig? Laat het ons weten: wij vinden een oplossing.',
  },
  dataProtection: {
    heading: 'Uw persoonsgegevens',
    text: ({ company, authority }) =>
      `Voor zover uw klacht (referentienummer {{ticket.id}}) gaat over de manier waarop ${company} met uw persoonsgegevens is omgegaan, kunt u ook naar de toezichthouder voor gegevensbescherming, gratis en op elk moment: ${
        authority ? `${authority.name}, ${link(authority.url)}.` : place('de toezichthouder: naam en website')
      } U hoeft niet te wachten tot de rest van uw klacht is afgehandeld.`,
  },
};
