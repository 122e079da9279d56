import { createRoot } from 'react-dom/client';
import { createControl } from './api/control.ts';
import { followChanges } from './api/live.ts';
import { createRest } from './api/rest.ts';
import { createPageClock } from './state/clock.ts';
import { createColorScheme } from './state/color-scheme.ts';
import { createDirectory } from './state/directory.ts';
import { createModals } from './state/modals.ts';
import { createNavigation } from './state/navigation.ts';
import { createStore } from './state/store.ts';
import { createTabs } from './state/tabs.ts';
import { type Notice, type Workspace, WorkspaceProvider } from './state/workspace.ts';
import type { TicketModel } from './ticket/model.ts';
import { App } from './ui/App.tsx';
import { createZafHost } from './zaf/host.ts';
import { createAppRequest } from './zaf/request.ts';
import { announceTicket } from './zaf/ticket-events.ts';

/** How long an app may think about a save before the workspace gives up on it, as in Zendesk. */
const hookTimeout = 30_000;

/** Wires the page. The session comes first: it signs in the default agent where nobody is. */
async function createWorkspace(): Promise<Workspace> {
  const fetcher = window.fetch.bind(window);
  const control = createControl(fetcher);
  const rest = createRest(fetcher);
  await control.session();
  const [clockState, { apps, subdomain }, directory] = await Promise.all([
    control.clock(),
    control.apps(),
    createDirectory(rest),
  ]);
  const zaf = createZafHost({ window, request: createAppRequest(fetcher, control), hookTimeout });
  const parts = { rest, fields: () => directory.store.get().fields, ensureUsers: directory.ensureUsers };
  const hosted = (model: TicketModel) => {
    const isHere = (instance: { context: { ticketId?: number } }) => instance.context.ticketId === model.id;
    model.onBeforeSave(() => zaf.hook(isHere, 'ticket.save'));
    return announceTicket(model, directory.store, (event, data) => zaf.emit(isHere, event, data));
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
    subdomain,
    zaf,
    tabs: createTabs(parts, hosted),
    modals: createModals(),
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

/** Keeps the page true while it is open: tickets, clock, colours, and which ticket's apps are in front. */
function keepLive({ clock, colorScheme, navigation, tabs, ticketChanges, zaf, notify }: Workspace): void {
  const failed = (error: unknown) => notify({ text: String(error), kind: 'error', duration: 6000 });
  followChanges({
    onTicket(id) {
      ticketChanges.update((count) => count + 1);
      tabs.refresh(id).catch(failed);
    },
    onClock: (offset) => clock.offset.set(offset),
    onReconnect() {
      ticketChanges.update((count) => count + 1);
      tabs.refreshAll().catch(failed);
    },
  });
  clock.offset.subscribe((offset) => zaf.setOffset(offset));
  colorScheme.scheme.subscribe((scheme) => zaf.emit(() => true, 'colorScheme.changed', scheme));
  navigation.place.subscribe((next, previous) => {
    const ticketOf = (place: typeof next) => (place.page === 'ticket' ? place.ticket : undefined);
    if (ticketOf(next) === ticketOf(previous)) return;
    zaf.emit(
      (it) => it.context.ticketId === ticketOf(previous) && it.context.ticketId !== undefined,
      'app.deactivated',
    );
    zaf.emit(
      (it) => it.context.ticketId === ticketOf(next) && it.context.ticketId !== undefined,
      'app.activated',
      {
        firstLoad: false,
      },
    );
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
try {
  const workspace = await createWorkspace();
  keepLive(workspace);
  createRoot(root).render(
    <WorkspaceProvider value={workspace}>
      <App />
    </WorkspaceProvider>,
  );
} catch (error) {
  root.textContent = `The workspace could not start: ${error instanceof Error ? error.message : String(error)}`;
  throw error;
}
