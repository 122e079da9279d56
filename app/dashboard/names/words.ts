import { readOffset } from '../../../domain/offset.ts';
import type { Stage } from '../../../domain/stage.ts';
import { CHANNEL_WORDS, DECISION_WORDS, OUTCOME_WORDS } from '../../sidebar/accordions/history-words.ts';
import { dutyName } from '../../sidebar/model/duty-names.ts';
import { offsetText } from '../../ui/offset-text.ts';
import type { BoardKey, BoardLanguage, BoardSay } from '../language.ts';

const STAGES: Readonly<Record<Stage, BoardKey>> = {
  received: 'stages.received',
  acknowledged: 'stages.acknowledged',
  updated: 'stages.updated',
  responded: 'stages.responded',
  refused: 'stages.refused',
  appealed: 'stages.appealed',
  referred: 'stages.referred',
  closed: 'stages.closed',
  ended: 'stages.ended',
};
const STAGE_WORDS: Readonly<Record<string, BoardKey | undefined>> = STAGES;

const FLAG_WORDS: Readonly<Record<string, BoardKey | undefined>> = {
  data_protection: 'details.flagData',
  needs_support: 'details.flagSupport',
  abusive_behaviour: 'details.flagBehaviour',
};

/** A code of a later version, of which this page has no words. */
const plain = (code: string): string => code.replaceAll('_', ' ');

const wordOf =
  (words: Readonly<Record<string, BoardKey | undefined>>) =>
  (code: string, say: BoardSay): string => {
    const key = words[code];
    return key ? say(key) : plain(code);
  };

export const stageText = wordOf(STAGE_WORDS);
export const flagText = wordOf(FLAG_WORDS);
export const outcomeText = wordOf(OUTCOME_WORDS);
export const decisionText = wordOf(DECISION_WORDS);
export const channelText = wordOf(CHANNEL_WORDS);

/** `regime.duty` or a duty: its name as a noun. */
export function stepText(duty: string, language: BoardLanguage): string {
  return dutyName(duty.slice(duty.indexOf('.') + 1), 'open', { language });
}

/** "3 working days" in the reader's language; what is no length of time stays as it is. */
export function promiseText(promise: string, say: BoardSay): string {
  const offset = readOffset(promise);
  return offset ? offsetText(offset, say) : promise;
}
