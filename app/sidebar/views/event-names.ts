import type { TextKey } from '../../ui/language.ts';
import type { DraftKind } from '../draft/draft.ts';

/** What each text is called. */
export const EVENT_NAMES: Readonly<Record<DraftKind, TextKey>> = {
  acknowledged: 'step.acknowledgement',
  updated: 'step.update',
  responded: 'step.response',
  adr_letter_sent: 'step.adr_letter',
  appeal_acknowledged: 'appeal.acknowledgement',
  appeal_responded: 'appeal.outcome',
  how_to_complain: 'phone.insert',
  ask_evidence: 'ask.event',
  extension: 'extend.event',
  behaviour: 'draft.behaviour',
};
