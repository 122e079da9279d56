import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../domain/local-date.ts';
import { type Audit, fetchAudits } from '../zaf/audits.ts';
import { namesOf } from '../zaf/people.ts';
import { useSidebar } from './SidebarContext.tsx';

/** Somebody else's update that came in between. */
export interface OtherChange {
  readonly auditId: number;
  /** Empty where the name can't be read. */
  readonly name: string;
  readonly at: Instant;
}

/** The service writes its record or notes that it names, and disturbs nobody. */
function isServices(audit: Audit, recordField: number | undefined): boolean {
  return Array.isArray(audit.complaint.notes) || audit.changed.includes(String(recordField));
}

interface Begun {
  /** When the ticket had changed last as the agent began, to the second. */
  readonly at: Instant;
  /** The latest audit that was there; undefined until the audits have been read. */
  audit?: number;
}

/**
 * The latest update by somebody else since the agent began to write or to fill in a form; undefined where there is
 * none. `busy`: whether the agent does so now. The audits are read with each reading of the ticket: its stamp has whole
 * seconds, in which a second change is not seen.
 */
export function useOthers(busy: boolean): OtherChange | undefined {
  const { host, ticket, fields, me } = useSidebar();
  const [change, setChange] = useState<OtherChange>();
  const since = useRef<Begun>(undefined);
  const recordField = fields.record?.id;
  const myId = me?.id;
  if (!busy) since.current = undefined;
  else since.current ??= { at: Date.parse(ticket.updatedAt) };
  useEffect(() => {
    const begun = since.current;
    if (!busy || !begun) setChange(undefined);
    if (!busy || !begun || myId === undefined) return undefined;
    let alive = true;
    const look = async (): Promise<void> => {
      const audits = await fetchAudits(host, ticket.id);
      begun.audit ??= audits.findLast(({ at }) => at <= begun.at)?.id ?? 0;
      const known = begun.audit;
      const last = audits.findLast(
        (audit) => audit.id > known && audit.authorId !== myId && !isServices(audit, recordField),
      );
      if (!last) return;
      const names = await namesOf(host, [last.authorId]).catch(() => new Map<number, string>());
      if (alive) setChange({ auditId: last.id, name: names.get(last.authorId) ?? '', at: last.at });
    };
    // A warning that can't be given is none: Zendesk itself refuses to save over another's change.
    look().catch(() => undefined);
    return () => {
      alive = false;
    };
  }, [busy, ticket, myId, recordField, host]);
  return change;
}
