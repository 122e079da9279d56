import { useEnvironment } from '../../ui/Environment.tsx';
import { MomentFields } from '../../ui/MomentFields.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { RecordEntryState } from '../use-record-entry.ts';

export type EntryPart = Pick<RecordEntryState, 'entry' | 'faults' | 'change'>;

export function ChannelChoice({ entry, faults, change }: EntryPart) {
  const { say } = useEnvironment().language;
  return (
    <Segmented
      legend={say('form.channel')}
      options={[
        { value: 'form', label: say('form.byForm') },
        { value: 'letter', label: say('form.byLetter') },
        { value: 'email', label: say('form.byEmail') },
        { value: 'other', label: say('form.byOther') },
      ]}
      value={entry.channel}
      onChange={(channel) => change({ channel })}
      error={faults.channel && say(faults.channel)}
    />
  );
}

/** The clock of a letter starts when it arrived, which only the agent knows. */
export function LetterReceipt({ entry, faults, change }: EntryPart) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return (
    <MomentFields
      legend={say('form.received')}
      dateLabel={say('form.date')}
      timeLabel={say('form.time')}
      hint={say('form.zone', { zone: when.zone.replaceAll('_', ' ') })}
      value={entry.received}
      max={when.today(now())}
      onChange={(received) => change({ received })}
      error={faults.received && say(faults.received)}
    />
  );
}
