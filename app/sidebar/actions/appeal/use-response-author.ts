import { useEffect, useState } from 'react';
import type { CaseAnswer } from '../../../service/schemas.ts';
import { fetchAudits } from '../../../zaf/audits.ts';
import { readMarks, toldMessage } from '../../model/told-message.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/** By the service's account of the case: what counts, corrections included. */
function byCase({ events }: CaseAnswer): number | undefined {
  const response = events.find(
    ({ kind, payload }) =>
      kind === 'responded' && payload.refused === undefined && payload.corrected_by === undefined,
  );
  return response?.authorId ?? undefined;
}

/** Who wrote the formal response; undefined until known, and where it can't be told. */
export function useResponseAuthor(): number | undefined {
  const { host, account, ticketId, ticket, caseAnswer } = useSidebar();
  const { requesterId } = ticket;
  const [read, setRead] = useState<number>();
  const served = caseAnswer?.ok ? byCase(caseAnswer.value) : undefined;
  const ask = caseAnswer !== undefined && !caseAnswer.ok;
  useEffect(() => {
    if (!ask) return undefined;
    let alive = true;
    Promise.all([fetchAudits(host, ticketId), readMarks(account)]).then(
      ([audits, marks]) =>
        alive && setRead(toldMessage('responded', { audits, marks, requesterId })?.authorId),
      // Not knowing is no reason to bar the way; the guard at the submit asks again.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host, account, ticketId, requesterId, ask]);
  return served ?? read;
}
