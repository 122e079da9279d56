import { useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import type { TextKey } from '../ui/language.ts';
import { instantTyped, type TypedMoment } from '../ui/typed-moment.ts';
import type { Channel, Recording } from './recording.ts';

/** What Zendesk's own channel suggests; the agent may know better. */
const BY_VIA: Readonly<Record<string, Channel>> = {
  web: 'form',
  web_form: 'form',
  api: 'form',
  email: 'email',
};

/** What the agent has entered about a complaint that is being recorded. */
export interface RecordEntry {
  readonly channel: Channel | undefined;
  /** When a letter arrived. */
  readonly received: TypedMoment;
  readonly category: string;
}

export interface RecordFaults {
  readonly channel?: TextKey;
  readonly received?: TextKey;
}

export interface RecordEntryState {
  readonly entry: RecordEntry;
  readonly faults: RecordFaults;
  readonly change: (part: Partial<RecordEntry>) => void;
  /** What is to be recorded, or undefined where something is missing, which is then named in `faults`. */
  readonly finish: () => Recording | undefined;
}

export function useRecordEntry(via: string): RecordEntryState {
  const { when, now } = useEnvironment();
  const [entry, setEntry] = useState<RecordEntry>({
    channel: BY_VIA[via],
    received: { time: '' },
    category: '',
  });
  const [faults, setFaults] = useState<RecordFaults>({});

  const finish = (): Recording | undefined => {
    const { channel, received, category } = entry;
    const receivedAt = channel === 'letter' ? instantTyped(received, when.zone) : undefined;
    if (!channel) setFaults({ channel: 'form.channelMissing' });
    else if (channel === 'letter' && receivedAt === undefined)
      setFaults({ received: 'form.receivedMissing' });
    else if (receivedAt !== undefined && receivedAt > now()) setFaults({ received: 'form.receivedFuture' });
    else
      return {
        channel,
        ...(category ? { category } : {}),
        ...(receivedAt === undefined ? {} : { receivedAt }),
      };
    return undefined;
  };

  return {
    entry,
    faults,
    change: (part) => {
      setEntry({ ...entry, ...part });
      setFaults({});
    },
    finish,
  };
}
