import { useEffect } from 'react';
import type { ClockRecord } from '../../../domain/record.ts';
import { SaveGuard } from '../guards/SaveGuard.tsx';
import type { SaveGate } from '../guards/save-gate.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { type ServedValues, useServed } from '../use-served.ts';
import { BothNotice } from './BothNotice.tsx';
import { DownNotice } from './DownNotice.tsx';
import { ElsewhereNotice } from './ElsewhereNotice.tsx';
import { VersionNotice } from './VersionNotice.tsx';

export interface WatchProps {
  /** Of a ticket with a case. */
  readonly record: ClockRecord | undefined;
  readonly gate: SaveGate;
  /** Whether the agent is writing, or fills in a form. */
  readonly busy: boolean;
  /** Told what the service says, whenever that changes. */
  readonly onServed: (served: ServedValues) => void;
}

/** Asks the service, looks at each submit, and says what has happened around the ticket, above all else. */
export function Watch({ record, gate, busy, onServed }: WatchProps) {
  const { service, ticket } = useSidebar();
  const served = useServed(service, ticket, record);
  useEffect(() => onServed(served), [served, onServed]);
  return (
    <>
      <SaveGuard record={record} gate={gate} />
      <VersionNotice />
      {record ? <DownNotice record={record} onRetry={served.ask} /> : null}
      <ElsewhereNotice />
      <BothNotice busy={busy} />
    </>
  );
}
