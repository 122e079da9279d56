import { CASE_FILE_DUTY } from '../../../domain/ombudsman-duty.ts';
import type { TextKey } from '../../ui/language.ts';
import type { Reading } from './status.ts';

interface DutyNames {
  readonly open: TextKey;
  readonly done: TextKey;
}

/** Open steps are nouns, done steps participles. */
const DUTIES: Readonly<Record<string, DutyNames>> = {
  acknowledgement: { open: 'step.acknowledgement', done: 'step.acknowledged' },
  update: { open: 'step.update', done: 'step.updated' },
  response: { open: 'step.response', done: 'step.responded' },
  adr_letter: { open: 'step.adr_letter', done: 'step.adr_letter_sent' },
  appeal_acknowledgement: { open: 'step.appealAcknowledgement', done: 'step.appealAcknowledged' },
  appeal_response: { open: 'step.appealResponse', done: 'step.appealResponded' },
  data_protection_acknowledgement: { open: 'step.dataAcknowledgement', done: 'step.dataAcknowledged' },
  data_protection_response: { open: 'step.dataResponse', done: 'step.dataResponded' },
  [CASE_FILE_DUTY]: { open: 'step.caseFile', done: 'step.caseFileSent' },
};

/** A duty's name; one that the app has no words for is called as the policy calls it. */
export function dutyName(
  duty: string,
  form: 'open' | 'done',
  { language: { say } }: Pick<Reading, 'language'>,
): string {
  const names = DUTIES[duty];
  return names ? say(names[form]) : duty.replaceAll('_', ' ');
}
