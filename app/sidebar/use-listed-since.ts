import { useCallback } from 'react';
import type { Instant } from '../../domain/local-date.ts';
import { SERVICE_TAGS } from '../../domain/terms.ts';
import { loadSoon } from './load-soon.ts';
import { useSidebar } from './SidebarContext.tsx';
import { useFetched } from './use-fetched.ts';

/**
 * Since when the ticket stands in the team leads' list as overdue: the update by which the service last added the
 * tag. Undefined where it carries none, and until the update is found.
 */
export function useListedSince(): Instant | undefined {
  const { host, ticket, ticketId } = useSidebar();
  const listed = ticket.tags.includes(SERVICE_TAGS.overdue);
  const find = useCallback(async () => {
    if (!listed) return undefined;
    const { fetchAudits } = await loadSoon();
    const audits = await fetchAudits(host, ticketId);
    return audits.findLast(({ added }) => added.includes(SERVICE_TAGS.overdue))?.at;
  }, [host, ticketId, listed]);
  const { value } = useFetched(find);
  return listed ? value : undefined;
}
