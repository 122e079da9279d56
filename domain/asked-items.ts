import type { EvidenceKind } from './evidence-kinds.ts';
import type { PlaceLanguage } from './letter-places.ts';

/** What a customer can be asked for: the matter in a few words, and each kind of evidence. */
export type AskedItem = 'summary' | EvidenceKind;

/**
 * How letters ask for each, as an item of a list, in each language that they are written in. Shared, because the
 * service writes the lists and the sidebar leaves out of them what is there already.
 */
export const ASKED_ITEMS: Readonly<Record<PlaceLanguage, Readonly<Record<AskedItem, string>>>> = {
  en: {
    summary: 'a short summary of what happened, and of what you would like us to do',
    references: 'the reference numbers of earlier messages or tickets about it',
    staff: 'the names of the members of our staff you have been in touch with',
    times: 'the dates and times of what happened and of your calls',
    phones: 'the phone numbers you called from',
    emails: 'the e-mails you have sent or received about it',
  },
  de: {
    summary: 'eine kurze Zusammenfassung: was ist passiert, und was wünschen Sie sich von uns?',
    references: 'die Nummern früherer Anfragen (Tickets) dazu',
    staff: 'die Namen der Personen bei uns, mit denen Sie Kontakt hatten',
    times: 'Datum und Uhrzeit der Vorfälle und Ihrer Anrufe',
    phones: 'die Telefonnummern, von denen Sie angerufen haben',
    emails: 'die E-Mails, die Sie dazu gesendet oder erhalten haben',
  },
  es: {
    summary: 'un breve resumen de lo ocurrido y de lo que desea que hagamos',
    references: 'los números de referencia de consultas anteriores (tickets) sobre el asunto',
    staff: 'los nombres de las personas de nuestra empresa con las que ha tratado',
    times: 'las fechas y horas de lo ocurrido y de sus llamadas',
    phones: 'los números de teléfono desde los que llamó',
    emails: 'los correos electrónicos que haya enviado o recibido sobre el asunto',
  },
  fr: {
    summary: 'un bref résumé de ce qui s’est passé et de ce que vous attendez de nous',
    references: 'les numéros de vos demandes précédentes (tickets) à ce sujet',
    staff: 'les noms des personnes de notre entreprise avec lesquelles vous avez été en contact',
    times: 'les dates et heures des faits et de vos appels',
    phones: 'les numéros de téléphone depuis lesquels vous avez appelé',
    emails: 'les e-mails que vous avez envoyés ou reçus à ce sujet',
  },
  nl: {
    summary: 'een korte samenvatting van wat er is gebeurd en wat u van ons verwacht',
    references: 'de nummers van eerdere meldingen (tickets) hierover',
    staff: 'de namen van de medewerkers met wie u contact hebt gehad',
    times: 'de datum en tijd van wat er is gebeurd en van uw telefoontjes',
    phones: 'de telefoonnummers waarmee u hebt gebeld',
    emails: 'de e-mails die u hierover hebt verstuurd of ontvangen',
  },
};
