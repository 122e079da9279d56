import { createRoot } from 'react-dom/client';
import { createControl } from './api/control.ts';
import { followChanges } from './api/live.ts';
import { createRest } from './api/rest.ts';
import { createUploader } from './api/upload.ts';
import { createAfterSubmit } from './state/after-submit.ts';
import { createAppPanes } from './state/app-panes.ts';
import { createPageClock } from './state/clock.ts';
import { createColorScheme } from './state/color-scheme.ts';
import { createDirectory } from './state/directory.ts';
import { createModals, newGuid } from './state/modals.ts';
import { createNavigation } from './state/navigation.ts';
import { createRecent } from './state/recent.ts';
import { createStore } from './state/store.ts';
import { createTabs } from './state/tabs.ts';
import { type Notice, type Workspace, WorkspaceProvider } from './state/workspace.ts';
import type { TicketModel } from './ticket/model.ts';
import { App } from './ui/App.tsx';
import { createAccountFacts } from './zaf/account-facts.ts';
import { accountState } from './zaf/account-state.ts';
import { createZafHost } from './zaf/host.ts';
import { createAppRequest } from './zaf/request.ts';
import { hostTicket } from './zaf/ticket-hosting.ts';
import { announceWorkspace } from './zaf/workspace-events.ts';

/** How long an app may think about a save before the workspace gives up on it, as in Zendesk. */
const hookTimeout = 30_000;

/** Wires the page. The session comes first: it signs in the default agent where nobody is. */
async function createWorkspace(): Promise<Workspace> {
  const fetcher = window.fetch.bind(window);
  const control = createControl(fetcher);
  const rest = createRest(fetcher);
  await control.session();
  const [clockState, { apps, account }, directory] = await Promise.all([
    control.clock(),
    control.apps(),
    createDirectory(rest),
  ]);
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const request = createAppRequest({ fetcher, control, pause });
  const zaf = createZafHost({ window, request, hookTimeout });
  const facts = createAccountFacts(fetcher);
  const people = () => ({ directory: directory.store.get(), facts: facts.get() });
  const parts = {
    rest,
    fields: () => directory.store.get().fields,
    ensureUsers: directory.ensureUsers,
    me: () => directory.store.get().me.id,
    sendFile: createUploader(() => new XMLHttpRequest()),
    newKey: newGuid,
  };
  const recent = createRecent(window.localStorage);
  const hosted = (model: TicketModel) => {
    const { ticket } = model.store.get();
    if (ticket.id !== undefined) recent.note({ id: ticket.id, subject: ticket.subject ?? '' });
    return hostTicket(zaf, model, people);
  };
  const notices = createNotices();
  return {
    rest,
    control,
    directory,
    clock: createPageClock(clockState.offset),
    navigation: createNavigation(window),
    colorScheme: createColorScheme(window),
    apps,
    account: accountState(account),
    zaf,
    people,
    panes: createAppPanes(apps),
    tabs: createTabs(parts, hosted),
    modals: createModals(),
    afterSubmit: createAfterSubmit(window.localStorage),
    recent,
    ticketChanges: createStore(0),
    ...notices,
  };
}

function createNotices(): Pick<Workspace, 'notify' | 'onNotice'> {
  const listeners = new Set<(notice: Notice) => void>();
  return {
    notify: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How long changes are gathered before lists are read again, in milliseconds. */
const gatherFor = 250;

/** Calls at once, then at most once in a while however often it is asked to; the last request is never lost. */
function gathered(call: () => void): () => void {
  let timer: number | undefined;
  let isWanted = false;
  return () => {
    if (timer !== undefined) {
      isWanted = true;
      return;
    }
    call();
    timer = window.setTimeout(function again() {
      timer = isWanted ? window.setTimeout(again, gatherFor) : undefined;
      if (isWanted) call();
      isWanted = false;
    }, gatherFor);
  };
}

/** Keeps the page true while it is open: tickets and clock. */
function keepLive({ clock, tabs, ticketChanges, notify }: Workspace): void {
  const failed = (error: unknown) => notify({ text: String(error), kind: 'error', duration: 6000 });
  const changed = gathered(() => ticketChanges.update((count) => count + 1));
  followChanges({
    onTicket(id) {
      changed();
      tabs.refresh(id).catch(failed);
    },
    onClock: (offset) => clock.offset.set(offset),
    onReconnect() {
      changed();
      tabs.refreshAll().catch(failed);
    },
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
try {
  const workspace = await createWorkspace();
  keepLive(workspace);
  announceWorkspace({ ...workspace, window });
  createRoot(root).render(
    <WorkspaceProvider value={workspace}>
      <App />
    </WorkspaceProvider>,
  );
} catch (error) {
  root.textContent = `The workspace could not start: ${error instanceof Error ? error.message : String(error)}`;
  throw error;
}
