import { useEffect, useState } from 'react';
import type { Ticket, ViewRows } from '../api/shapes.ts';
import { createWords, type Words } from '../i18n/strings.ts';
import { useStore } from '../state/store.ts';
import { useWorkspace, type Workspace } from '../state/workspace.ts';

type ViewId = number | 'open';

interface ViewData {
  /** The rows of the view on screen; undefined until read. */
  rows: ViewRows | undefined;
  counts: ReadonlyMap<ViewId, number>;
}

/** The rows of the view on screen and the counts of all views, read again when any ticket changes. */
export function useViewRows(shown: ViewId): ViewData {
  const workspace = useWorkspace();
  const changes = useStore(workspace.ticketChanges);
  const [tables, setTables] = useState<ReadonlyMap<ViewId, ViewRows>>(new Map());
  const [counts, setCounts] = useState<ReadonlyMap<ViewId, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when to read again.
  useEffect(() => {
    let isStale = false;
    const read = async () => {
      const [open, rows, viewCounts] = await Promise.all([
        openTickets(workspace),
        shown === 'open' ? undefined : workspace.rest.viewRows(shown),
        workspace.rest.viewCounts(workspace.directory.store.get().views.map((view) => view.id)),
      ]);
      if (isStale) return;
      setTables((before) => new Map([...before, ['open', open], ...(rows ? [[shown, rows] as const] : [])]));
      setCounts(new Map<ViewId, number>([...viewCounts, ['open', open.rows.length]]));
    };
    read().catch((error: unknown) => {
      if (!isStale) workspace.notify({ text: String(error), kind: 'error', duration: 5000 });
    });
    return () => {
      isStale = true;
    };
  }, [workspace, changes, shown]);
  return { rows: tables.get(shown), counts };
}

async function openTickets({ rest, directory }: Workspace): Promise<ViewRows> {
  const words = createWords(directory.store.get().me.locale);
  const tickets = (await rest.tickets()).filter((it) => it.status !== 'solved' && it.status !== 'closed');
  await directory.ensureUsers(tickets.flatMap((ticket) => [ticket.requester_id, ticket.assignee_id ?? 0]));
  const newestFirst = tickets.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at));
  return { columns: openColumns(words), rows: newestFirst.map(openRow) };
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
