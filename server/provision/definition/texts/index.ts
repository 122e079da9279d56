import type { Company } from '../../../../domain/company.ts';
import { TEXT_KEYS, type TextKey } from '../keys.ts';
import type { Localized } from '../language.ts';
import type { Promises } from '../promises.ts';
import { acknowledgement } from './acknowledgement.ts';
import { type Letter, letterFacts } from './facts.ts';
import { formalResponse } from './formal-response.ts';
import { howToComplain } from './how-to-complain.ts';
import { textName } from './name.ts';
import { statusUpdate } from './status-update.ts';

const LETTERS: Readonly<Record<TextKey, Letter>> = {
  acknowledgement,
  how_to_complain: howToComplain,
  status_update: statusUpdate,
  response: formalResponse,
};

/** A text in every language, with the name of the dynamic content that holds it. */
export interface TextDefinition {
  readonly key: TextKey;
  /** The item's name: its mark, and the source of its placeholder. */
  readonly name: string;
  readonly content: Localized;
}

function inEveryLanguage(write: Letter, company: Company, promises: Promises): Localized {
  return {
    en: write.en(letterFacts(company, promises, 'en')),
    de: write.de(letterFacts(company, promises, 'de')),
  };
}

export function textDefinitions(company: Company, promises: Promises): TextDefinition[] {
  return TEXT_KEYS.map((key) => ({
    key,
    name: textName(key),
    content: inEveryLanguage(LETTERS[key], company, promises),
  }));
}
