import type { Company } from '../../../../domain/company.ts';
import { askedFor, hintText, titleText } from '../forms.ts';
import { type FormTextKey, TEXT_KEYS, type TextKey } from '../keys.ts';
import { inEveryLanguage, type Localized } from '../language.ts';
import type { Promises } from '../promises.ts';
import { FORM_TITLE_TEXT, TITLE_TEXTS, type TitleTextKey } from '../title-texts.ts';
import { titled } from '../titles/index.ts';
import { typeset } from '../typography.ts';
import { acknowledgement } from './acknowledgement.ts';
import { adrLetter } from './adr-letter.ts';
import { appealAcknowledgement, appealOutcome } from './appeal.ts';
import { askEvidence } from './ask-evidence.ts';
import { behaviour } from './behaviour.ts';
import { dataProtection } from './data-protection.ts';
import { extension } from './extension.ts';
import { type Letter, letterFacts } from './facts.ts';
import { formalResponse } from './formal-response.ts';
import { howToComplain } from './how-to-complain.ts';
import { textName } from './name.ts';
import { PROSE } from './prose/index.ts';
import { statusUpdate } from './status-update.ts';

const LETTERS: Readonly<Record<TextKey, Letter>> = {
  acknowledgement,
  how_to_complain: howToComplain,
  ask_evidence: askEvidence,
  status_update: statusUpdate,
  extension,
  response_upheld: formalResponse('upheld'),
  response_partly_upheld: formalResponse('partly_upheld'),
  response_not_upheld: formalResponse('not_upheld'),
  appeal_acknowledgement: appealAcknowledgement,
  appeal_outcome: appealOutcome,
  adr_letter: adrLetter,
  data_protection: dataProtection,
  behaviour,
};

type AnyTextKey = TextKey | FormTextKey | TitleTextKey;

/** A text in every language, with the name of the dynamic content that holds it. */
export interface TextDefinition<Key extends AnyTextKey = AnyTextKey> {
  readonly key: Key;
  /** The item's name: its mark, and the source of its placeholder. */
  readonly name: string;
  readonly content: Localized;
}

export function textDefinitions(company: Company, promises: Promises): TextDefinition<TextKey>[] {
  const facts = inEveryLanguage((language) => letterFacts(company, promises, language));
  return TEXT_KEYS.map((key) => ({
    key,
    name: textName(key),
    content: inEveryLanguage((language) => typeset(LETTERS[key](facts[language], PROSE[language]), language)),
  }));
}

/** The short texts of the customers' form: its name, and a title and a hint for all that it asks for. */
export function formTextDefinitions(promises: Pick<Promises, 'evidence'>): TextDefinition<FormTextKey>[] {
  const define = (key: FormTextKey, content: Localized) => ({ key, name: textName(key), content });
  return [
    define(
      'form',
      titled(({ forms }) => forms.customer),
    ),
    ...askedFor(promises).flatMap((asked) => [
      define(
        titleText(asked),
        titled((titles) => titles.asked[asked].title),
      ),
      define(
        hintText(asked),
        titled((titles) => titles.asked[asked].hint),
      ),
    ]),
  ];
}

/** What agents read: titles and the names of options. */
export function titleTextDefinitions({
  withForms,
}: {
  readonly withForms: boolean;
}): TextDefinition<TitleTextKey>[] {
  return [...TITLE_TEXTS, ...(withForms ? [FORM_TITLE_TEXT] : [])].map(({ key, content }) => ({
    key,
    name: textName(key),
    content,
  }));
}
