import { useEffect, useState } from 'react';
import { EVENT_TAGS } from '../../../../domain/terms.ts';
import type { CaseAnswer } from '../../../service/schemas.ts';
import { type Audit, fetchAudits } from '../../../zaf/audits.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/** By the service's account of the case: what counts, corrections included. */
function byCase({ events }: CaseAnswer): number | undefined {
  const response = events.find(
    ({ kind, payload }) =>
      kind === 'responded' && payload.refused === undefined && payload.corrected_by === undefined,
  );
  return response?.authorId ?? undefined;
}

/** By the ticket alone: the first public reply that went out with the response's tag. */
function byAudits(audits: readonly Audit[]): number | undefined {
  const response = audits.find(
    ({ added, comment }) => comment?.public === true && added.includes(EVENT_TAGS.responded),
  );
  return response?.comment?.authorId;
}

/** Who wrote the formal response; undefined until known, and where it can't be told. */
export function useResponseAuthor(): number | undefined {
  const { host, ticketId, caseAnswer } = useSidebar();
  const [read, setRead] = useState<number>();
  const served = caseAnswer?.ok ? byCase(caseAnswer.value) : undefined;
  const ask = caseAnswer !== undefined && !caseAnswer.ok;
  useEffect(() => {
    if (!ask) return undefined;
    let alive = true;
    fetchAudits(host, ticketId).then(
      (audits) => alive && setRead(byAudits(audits)),
      // Not knowing is no reason to bar the way; the guard at the submit asks again.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host, ticketId, ask]);
  return served ?? read;
}
