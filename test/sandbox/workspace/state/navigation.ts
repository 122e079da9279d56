import { createStore, type Store } from './store.ts';

/** Where in the workspace one is. A view is an id, or `open` for all unsolved tickets. */
export type Place =
  | { page: 'view'; view: number | 'open' }
  | { page: 'ticket'; ticket: number }
  | { page: 'app'; app: number }
  | { page: 'sandbox' };

export interface Navigation {
  place: Store<Place>;
  go(place: Place): void;
}

/** Keeps the place and the address bar the same, both ways. */
export function createNavigation(window: Window): Navigation {
  const place = createStore(placeOf(window.location.pathname));
  window.addEventListener('popstate', () => place.set(placeOf(window.location.pathname)));
  return {
    place,
    go(next) {
      const path = pathOf(next);
      if (path !== window.location.pathname) window.history.pushState(null, '', path);
      place.set(next);
    },
  };
}

/** The address of a place, such as `/agent/tickets/104`. */
export function pathOf(place: Place): string {
  if (place.page === 'ticket') return `/agent/tickets/${place.ticket}`;
  if (place.page === 'view') return `/agent/filters/${place.view}`;
  if (place.page === 'app') return `/agent/apps/${place.app}`;
  return '/agent/sandbox';
}

/** The place that an address names; anything unknown is the list of open tickets. */
export function placeOf(path: string): Place {
  const [, kind, id] = path.replace(/^\/agent/, '').split('/');
  const number = Number(id);
  if (kind === 'tickets' && number > 0) return { page: 'ticket', ticket: number };
  if (kind === 'apps' && number > 0) return { page: 'app', app: number };
  if (kind === 'filters' && number > 0) return { page: 'view', view: number };
  if (kind === 'sandbox') return { page: 'sandbox' };
  return { page: 'view', view: 'open' };
}
