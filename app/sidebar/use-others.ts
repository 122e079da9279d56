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

/**
 * The latest update by somebody else since the agent began to write or to fill in a form; undefined where there is
 * none. `busy`: whether the agent does so now.
 */
export function useOthers(busy: boolean): OtherChange | undefined {
  const { host, ticket, fields, me } = useSidebar();
  const [change, setChange] = useState<OtherChange>();
  const since = useRef<string>(undefined);
  const recordField = fields.record?.id;
  const myId = me?.id;
  if (!busy) since.current = undefined;
  else since.current ??= ticket.updatedAt;
  const stamp = busy ? ticket.updatedAt : undefined;
  useEffect(() => {
    const begun = since.current;
    if (stamp === undefined) setChange(undefined);
    if (stamp === undefined || begun === undefined || stamp === begun || myId === undefined) return undefined;
    let alive = true;
    const look = async (): Promise<void> => {
      const audits = await fetchAudits(host, ticket.id);
      const last = audits.findLast(
        (audit) => audit.at > Date.parse(begun) && audit.authorId !== myId && !isServices(audit, recordField),
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
  }, [stamp, myId, recordField, host, ticket.id]);
  return change;
}
