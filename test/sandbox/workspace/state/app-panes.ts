import type { App } from '../api/control.ts';
import { createStore, type Store } from './store.ts';

export type PaneLocation = 'nav_bar' | 'top_bar';

/** An app behind an icon: loaded when it is first opened, then kept. */
export interface Pane {
  app: App;
  location: PaneLocation;
  isLoaded: boolean;
  /** The icon is not shown: the manifest's `autoHide`, or the app's own wish. */
  isHidden: boolean;
  /** Only in the top bar: whether it is open. In the navigation bar the address says it. */
  isOpen: boolean;
  width: string;
  height: string;
}

export interface AppPanes {
  store: Store<readonly Pane[]>;
  change(of: Pick<Pane, 'app' | 'location'>, change: Partial<Omit<Pane, 'app' | 'location'>>): void;
  /** Opens one app of the top bar and closes the others; undefined closes all. */
  openTop(app: App | undefined): void;
}

export function createAppPanes(apps: readonly App[]): AppPanes {
  const store = createStore(apps.flatMap((app) => [...paneOf(app, 'nav_bar'), ...paneOf(app, 'top_bar')]));
  return {
    store,
    change: ({ app, location }, change) =>
      store.update((panes) =>
        panes.map((pane) => (pane.app === app && pane.location === location ? { ...pane, ...change } : pane)),
      ),
    openTop: (app) =>
      store.update((panes) =>
        panes.map((pane) => {
          if (pane.location !== 'top_bar') return pane;
          const isOpen = pane.app === app;
          return { ...pane, isOpen, isLoaded: pane.isLoaded || isOpen };
        }),
      ),
  };
}

function paneOf(app: App, location: PaneLocation): Pane[] {
  const place = app.locations.support?.[location];
  if (place === undefined || place.url === '') return [];
  const { width = '320px', height = '400px' } = place.size ?? {};
  return [{ app, location, isLoaded: false, isHidden: place.autoHide, isOpen: false, width, height }];
}
