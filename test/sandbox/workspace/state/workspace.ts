import { createContext, useContext, useMemo } from 'react';
import type { App, Control } from '../api/control.ts';
import type { Rest } from '../api/rest.ts';
import { createDates, type Dates } from '../i18n/dates.ts';
import { createWords, type Words } from '../i18n/strings.ts';
import type { AccountState } from '../zaf/account-state.ts';
import type { ZafHost } from '../zaf/host.ts';
import type { People } from '../zaf/people-object.ts';
import type { AfterSubmitSwitch } from './after-submit.ts';
import type { AppPanes } from './app-panes.ts';
import type { PageClock } from './clock.ts';
import type { ColorSchemeSwitch } from './color-scheme.ts';
import type { Directory, DirectoryStore } from './directory.ts';
import type { Modals } from './modals.ts';
import type { Navigation } from './navigation.ts';
import type { RecentTickets } from './recent.ts';
import { type Store, useStore } from './store.ts';
import type { Tabs } from './tabs.ts';

/** A short message at the corner of the page. */
export interface Notice {
  text: string;
  kind: 'info' | 'success' | 'warning' | 'error';
  /** Milliseconds on screen; undefined stays until closed. */
  duration: number | undefined;
}

/** Everything that the page is made of, wired in main.tsx. */
export interface Workspace {
  rest: Rest;
  control: Control;
  directory: DirectoryStore;
  clock: PageClock;
  navigation: Navigation;
  colorScheme: ColorSchemeSwitch;
  apps: readonly App[];
  account: AccountState;
  zaf: ZafHost;
  /** People as apps are told of them. */
  people(): People;
  /** Apps behind icons. */
  panes: AppPanes;
  tabs: Tabs;
  modals: Modals;
  afterSubmit: AfterSubmitSwitch;
  recent: RecentTickets;
  /** Raised by one whenever any ticket changed, for lists. */
  ticketChanges: Store<number>;
  notify(notice: Notice): void;
  onNotice(listener: (notice: Notice) => void): () => void;
}

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('Rendered outside WorkspaceProvider.');
  return workspace;
}

export function useDirectory(): Directory {
  return useStore(useWorkspace().directory.store);
}

/** Words in the signed-in person's language. */
export function useWords(): Words {
  const { locale } = useDirectory().me;
  return useMemo(() => createWords(locale), [locale]);
}

/** Dates in the signed-in person's language and zone. */
export function useDates(): Dates {
  const { me } = useDirectory();
  const zone = me.iana_time_zone ?? me.time_zone ?? 'UTC';
  return useMemo(() => createDates(me.locale, zone), [me.locale, zone]);
}
