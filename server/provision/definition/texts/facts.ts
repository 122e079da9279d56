import type { Company, Ombudsman } from '../../../../domain/company.ts';
import type { Language } from '../language.ts';
import type { Promises } from '../promises.ts';
import { escapeHtml, paragraph } from './html.ts';
import { offsetWords } from './offset-words.ts';

/** What a letter may draw on, all of it safe to put into HTML as it stands. */
export interface LetterFacts {
  readonly company: string;
  readonly formUrl: string;
  /** The postal address on one line, and as a paragraph of its own. */
  readonly addressLine: string;
  readonly addressBlock: string;
  readonly appealEmail: string | undefined;
  readonly ombudsman:
    | {
        readonly name: string;
        readonly url: string;
        readonly after: string | undefined;
        /** What else the customer has to know of it. */
        readonly note: string | undefined;
      }
    | undefined;
  /** The promises in words: "3 working days", "3 Arbeitstagen". */
  readonly within: { readonly acknowledgement: string; readonly update: string; readonly response: string };
}

function ombudsmanFacts(ombudsman: Ombudsman, language: Language): LetterFacts['ombudsman'] {
  return {
    name: escapeHtml(ombudsman.name[language]),
    url: escapeHtml(ombudsman.url),
    after: ombudsman.after && offsetWords(ombudsman.after, language),
    note: ombudsman.note && escapeHtml(ombudsman.note[language]),
  };
}

export function letterFacts(company: Company, promises: Promises, language: Language): LetterFacts {
  const address = company.postalAddress.map(escapeHtml);
  return {
    company: escapeHtml(company.name),
    formUrl: escapeHtml(company.complaintFormUrl),
    addressLine: address.join(', '),
    addressBlock: paragraph(...address),
    appealEmail: company.appealEmail === undefined ? undefined : escapeHtml(company.appealEmail),
    ombudsman: company.ombudsman && ombudsmanFacts(company.ombudsman, language),
    within: {
      acknowledgement: offsetWords(promises.acknowledgement, language),
      update: offsetWords(promises.update, language),
      response: offsetWords(promises.response, language),
    },
  };
}

/** A letter: HTML with Zendesk's placeholders, one text per language. */
export type Letter = Readonly<Record<Language, (facts: LetterFacts) => string>>;
