import { useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import { useKept } from '../ui/use-kept.ts';
import {
  emptyEntry,
  entrySchema,
  faultsOf,
  type RecordEntry,
  type RecordFaults,
  recordingOf,
} from './record/entry.ts';
import type { Recording } from './record/receipt.ts';

export interface RecordEntryState {
  readonly entry: RecordEntry;
  readonly faults: RecordFaults;
  readonly change: (part: Partial<RecordEntry>) => void;
  /** What is to be recorded, or undefined where something is missing, which is then named in `faults`. */
  readonly finish: () => Recording | undefined;
  /** Once it is recorded, or the agent cancels: nothing is kept any more. */
  readonly clear: () => void;
}

/** What the agent enters about a complaint; survives a reload. `form` tells apart what is kept. */
export function useRecordEntry(form: string, initial: Partial<RecordEntry>): RecordEntryState {
  const { when, now } = useEnvironment();
  const kept = useKept(form, { ...emptyEntry, ...initial }, entrySchema);
  const [faults, setFaults] = useState<RecordFaults>({});
  return {
    entry: kept.value,
    faults,
    change: (part) => {
      kept.change(part);
      setFaults({});
    },
    finish: () => {
      const found = faultsOf(kept.value, { zone: when.zone, now: now() });
      setFaults(found);
      return Object.keys(found).length > 0 ? undefined : recordingOf(kept.value, when.zone);
    },
    clear: kept.clear,
  };
}
