import { useEffect, useState } from 'react';
import type { ViewRows } from '../../api/shapes-set-up.ts';
import { useStore } from '../../state/store.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { TicketList } from '../list/TicketList.tsx';
import { pageSize, ticketRows } from '../use-view-rows.ts';

/** The account hands out no more than a thousand results. */
const mostPages = 10;

/** What the account's own search finds. */
export function SearchPage({ query }: { query: string }) {
  const workspace = useWorkspace();
  const words = useWords();
  const changes = useStore(workspace.ticketChanges);
  const [page, setPage] = useState(1);
  const [found, setFound] = useState<{ table: ViewRows; count: number }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when to search again.
  useEffect(() => {
    let isStale = false;
    const search = async () => {
      const { results, count } = await workspace.rest.findTickets(query, page);
      const table = await ticketRows(workspace, results);
      if (!isStale) setFound({ table, count });
    };
    search().catch((error: unknown) => {
      if (!isStale) workspace.notify({ text: String(error), kind: 'error', duration: 6000 });
    });
    return () => {
      isStale = true;
    };
  }, [workspace, query, page, changes]);
  return (
    <TicketList
      title={words.t('searchResults', { query })}
      table={found?.table}
      count={found?.count ?? 0}
      page={page}
      pages={Math.min(mostPages, Math.ceil((found?.count ?? 0) / pageSize))}
      onPage={setPage}
    />
  );
}
