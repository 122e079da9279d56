import type { CaseEvent } from '../../../../domain/events.ts';
import { OPTION_PREFIX } from '../../../../domain/terms.ts';
import type { TextKey } from '../../../ui/language.ts';
import type { AccountField } from '../../../zaf/account.ts';
import { EVENT_WORDS, TOPIC_WORDS } from '../../accordions/history-words.ts';
import type { Reading } from '../../model/status.ts';
import { type Correction, receiptOf } from './correction.ts';

/** An entry as the list names it: what happened, and when. */
export function entryName({ kind, topic, at }: CaseEvent, { language: { say }, when }: Reading): string {
  const key: TextKey = (kind === 'noted' ? TOPIC_WORDS[topic ?? ''] : EVENT_WORDS[kind]) ?? 'history.other';
  return say('correct.entry', { name: say(key), when: when.moment(at) });
}

export interface Noting {
  readonly events: readonly CaseEvent[];
  readonly reading: Reading;
  readonly channels: AccountField | undefined;
  readonly reason: string;
}

/** The correction in plain words, for the internal note. */
export function noteOf(correction: Correction, { events, reading, channels, reason }: Noting): string {
  const { language, when } = reading;
  const { say } = language;
  const receipt = receiptOf(events);
  const channelName = (name = ''): string =>
    channels?.options.find(({ value }) => value === `${OPTION_PREFIX.channel}${name}`)?.name ?? name;
  switch (correction.what) {
    case 'received': {
      const before = when.moment(receipt?.at ?? correction.at);
      return say('correct.noteReceived', { before, after: when.moment(correction.at), reason });
    }
    case 'first':
      return say('correct.noteFirst', { after: when.moment(correction.at), reason });
    case 'channel': {
      const [before, after] = [channelName(receipt?.channel), channelName(correction.channel)];
      return say('correct.noteChannel', { before, after, reason });
    }
    case 'event': {
      const event = events.find(({ auditId }) => auditId === correction.auditId);
      return say('correct.noteVoid', { entry: event ? entryName(event, reading) : '', reason });
    }
  }
}
