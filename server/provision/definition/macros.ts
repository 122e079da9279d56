import { EVENT_TAGS, MACRO_MESSAGES, OPTION_PREFIX, RESPONSE_MACROS } from '../../../domain/terms.ts';
import { MACRO_KEYS, type MacroKey } from './keys.ts';
import type { Localized } from './language.ts';
import { titled } from './titles/index.ts';

export interface MacroDefinition {
  readonly key: MacroKey;
  readonly title: Localized;
  readonly description: string;
}

const FILL_IN = 'Fill in the places marked […].';

/** Shown to administrators; the mark is appended. */
const DESCRIPTIONS: Readonly<Record<MacroKey, string>> = {
  acknowledgement:
    'Tells the customer that the complaint has come in, and what happens next. Sent by Complaint Clock.',
  how_to_complain: 'Tells a customer who phoned how to make a formal complaint.',
  ask_evidence: 'Asks the customer for what is missing. Delete what you have already.',
  status_update: `The update on a complaint. ${FILL_IN}`,
  extension: `Tells the customer that an answer takes longer, and why. ${FILL_IN}`,
  response_upheld: `The formal response to a complaint that is right. ${FILL_IN}`,
  response_partly_upheld: `The formal response to a complaint that is right in part. ${FILL_IN}`,
  response_not_upheld: `The formal response to a complaint that is not right. ${FILL_IN}`,
  appeal_acknowledgement: `Tells the customer that the appeal has come in, and who looks at it. ${FILL_IN}`,
  appeal_outcome: `The answer to an appeal, by somebody else than before. ${FILL_IN}`,
  adr_letter: `Tells the customer that the complaint can be taken to the ombudsman. ${FILL_IN}`,
  data_protection: 'Tells the customer of the data-protection authority; to be added to another letter.',
  behaviour: `Asks a customer to stay polite; the complaint goes on. ${FILL_IN}`,
};

/** All of them are public replies, with the dynamic content of the same key as text. */
export const MACROS: readonly MacroDefinition[] = MACRO_KEYS.map((key) => ({
  key,
  title: titled(({ macros }) => macros[key]),
  description: DESCRIPTIONS[key],
}));

/** The tag that says, in the same update as the reply, what the reply is. Without one, a reply moves no case. */
export function eventTagOf(key: MacroKey): string | undefined {
  const message = MACRO_MESSAGES[key];
  return message && EVENT_TAGS[message];
}

const OUTCOME_OF: ReadonlyMap<MacroKey, string> = new Map(
  Object.entries<MacroKey>(RESPONSE_MACROS).map(([outcome, key]) => [key, outcome]),
);

/** The option of the outcome's drop-down that a formal response chooses. */
export function outcomeOptionOf(key: MacroKey): string | undefined {
  const outcome = OUTCOME_OF.get(key);
  return outcome && OPTION_PREFIX.outcome + outcome;
}
