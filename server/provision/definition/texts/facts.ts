import type { Company, Ombudsman } from '../../../../domain/company.ts';
import type { EvidenceKind } from '../../../../domain/guidance.ts';
import type { Language, Localized } from '../language.ts';
import type { Promises } from '../promises.ts';
import { escapeHtml, paragraph } from './html.ts';
import { offsetWords } from './offset-words.ts';
import type { Prose } from './prose/words.ts';

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
        /** Until when after the ADR letter it can be turned to. */
        readonly until: string | undefined;
        /** Where else it is reached, line by line. */
        readonly contact: readonly string[];
        /** What else the customer has to know of it. */
        readonly note: string | undefined;
      }
    | undefined;
  /** Whom to turn to about personal data. */
  readonly authority: { readonly name: string; readonly url: string } | undefined;
  /** The kinds of evidence that the company asks for. */
  readonly evidence: readonly EvidenceKind[];
  /** The promises in words: "3 working days", "3 Arbeitstagen". */
  readonly within: { readonly acknowledgement: string; readonly update: string; readonly response: string };
}

/** A text of the policy, in English where the policy does not say it in this language. */
const policyText = (text: Pick<Localized, 'en'> & Partial<Localized>, language: Language): string =>
  text[language] ?? text.en;

function ombudsmanFacts(ombudsman: Ombudsman, language: Language): LetterFacts['ombudsman'] {
  return {
    name: escapeHtml(policyText(ombudsman.name, language)),
    url: escapeHtml(ombudsman.url),
    after: ombudsman.after && offsetWords(ombudsman.after, language),
    until: ombudsman.until && offsetWords(ombudsman.until, language),
    contact: ombudsman.contact.map(escapeHtml),
    note: ombudsman.note && escapeHtml(policyText(ombudsman.note, language)),
  };
}

export function letterFacts(company: Company, promises: Promises, language: Language): LetterFacts {
  const authority = company.dataProtectionAuthority;
  const address = company.postalAddress.map(escapeHtml);
  return {
    company: escapeHtml(company.name),
    formUrl: escapeHtml(company.complaintFormUrl),
    addressLine: address.join(', '),
    addressBlock: paragraph(...address),
    appealEmail: company.appealEmail === undefined ? undefined : escapeHtml(company.appealEmail),
    ombudsman: company.ombudsman && ombudsmanFacts(company.ombudsman, language),
    authority: authority && {
      name: escapeHtml(policyText(authority.name, language)),
      url: escapeHtml(authority.url),
    },
    evidence: promises.evidence,
    within: {
      acknowledgement: offsetWords(promises.acknowledgement, language),
      update: offsetWords(promises.update, language),
      response: offsetWords(promises.response, language),
    },
  };
}

/** A letter: HTML with Zendesk's placeholders, from the facts and the words of one language. */
export type Letter = (facts: LetterFacts, prose: Prose) => string;
