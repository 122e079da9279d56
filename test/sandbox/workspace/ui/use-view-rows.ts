import { useEffect, useState } from 'react';
import { RestError } from '../api/rest-error.ts';
import type { Ticket } from '../api/shapes.ts';
import type { ViewRows } from '../api/shapes-set-up.ts';
import { createWords, type Words } from '../i18n/strings.ts';
import { useStore } from '../state/store.ts';
import { useWorkspace, type Workspace } from '../state/workspace.ts';

type ViewId = number | 'open';

/** Rows that a page of a list holds. */
export const pageSize = 100;

interface ViewData {
  /** The rows of the view on screen; undefined until read. */
  rows: ViewRows | undefined;
  counts: ReadonlyMap<ViewId, number>;
}

/** One page of the view on screen and the counts of all views, read again when any ticket changes. */
export function useViewRows(shown: ViewId, page: number): ViewData {
  const workspace = useWorkspace();
  const changes = useStore(workspace.ticketChanges);
  const [table, setTable] = useState<{ shown: ViewId; page: number; rows: ViewRows }>();
  const [counts, setCounts] = useState<ReadonlyMap<ViewId, number>>(new Map());
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` and `round` say when to read again.
  useEffect(() => {
    let isStale = false;
    let timer: number | undefined;
    const read = async () => {
      const { rest, directory } = workspace;
      const [open, rows, viewCounts] = await Promise.all([
        openTickets(workspace, shown === 'open' ? page : 1),
        shown === 'open' ? undefined : viewRows(workspace, shown, page),
        rest.viewCounts(directory.store.get().views.map((view) => view.id)),
      ]);
      if (isStale) return;
      setTable({ shown, page, rows: rows ?? open.table });
      setCounts(new Map<ViewId, number>([...viewCounts, ['open', open.count]]));
    };
    read().catch((error: unknown) => {
      if (isStale) return;
      // Views may be executed and counted a few times a minute only: what is on screen stays until it is allowed.
      if (error instanceof RestError && error.retryAfterMs !== undefined)
        timer = window.setTimeout(() => setRound((it) => it + 1), error.retryAfterMs);
      else workspace.notify({ text: String(error), kind: 'error', duration: 5000 });
    });
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [workspace, changes, shown, page, round]);
  const isCurrent = table?.shown === shown && table.page === page;
  return { rows: isCurrent ? table.rows : undefined, counts };
}

async function viewRows({ rest, directory }: Workspace, id: number, page: number): Promise<ViewRows> {
  const rows = await rest.viewRows(id, page);
  await directory.ensureUsers(rows.rows.flatMap(peopleOf));
  return rows;
}

function peopleOf(row: ViewRows['rows'][number]): number[] {
  const cells = [row.requester_id, row.assignee_id, row.submitter_id, row.updated_by_id];
  return cells.filter((id) => typeof id === 'number');
}

async function openTickets(workspace: Workspace, page: number): Promise<{ table: ViewRows; count: number }> {
  const query = 'status<solved order_by:updated_at sort:desc';
  const { results, count } = await workspace.rest.findTickets(query, page);
  return { table: await ticketRows(workspace, results), count };
}

/** Tickets as a table of the workspace's own columns: for all open ones and for results of a search. */
export async function ticketRows({ directory }: Workspace, tickets: readonly Ticket[]): Promise<ViewRows> {
  const words = createWords(directory.store.get().me.locale);
  await directory.ensureUsers(tickets.flatMap((ticket) => [ticket.requester_id, ticket.assignee_id]));
  return { columns: openColumns(words), rows: tickets.map(openRow) };
}

function openColumns(words: Words): ViewRows['columns'] {
  return [
    { id: 'subject', title: words.t('subject') },
    { id: 'requester', title: words.t('requester') },
    { id: 'assignee', title: words.t('assignee') },
    { id: 'updated', title: words.t('updated') },
  ];
}

function openRow(ticket: Ticket): ViewRows['rows'][number] {
  return {
    ticket: { ...ticket },
    subject: ticket.subject,
    requester_id: ticket.requester_id,
    assignee_id: ticket.assignee_id,
    updated: ticket.updated_at,
  };
}
