import { createStore, type Store } from './store.ts';

/** Where in the workspace one is. A view is an id, or `open` for all unsolved tickets. */
export type Place =
  | { page: 'view'; view: number | 'open' }
  | { page: 'ticket'; ticket: number }
  /** The form of a new ticket; several may be open. */
  | { page: 'new'; number: number }
  | { page: 'search'; query: string }
  /** An app of the navigation bar, with the route within it that the address names. */
  | { page: 'app'; app: number; path?: string }
  | { page: 'sandbox' };

export interface Navigation {
  place: Store<Place>;
  go(place: Place): void;
}

/** Keeps the place and the address bar the same, both ways. */
export function createNavigation(window: Window): Navigation {
  const here = () => placeOf(window.location.pathname, window.location.search);
  const place = createStore(here());
  window.addEventListener('popstate', () => place.set(here()));
  return {
    place,
    go(next) {
      const path = pathOf(next);
      if (path !== `${window.location.pathname}${window.location.search}`)
        window.history.pushState(null, '', path);
      place.set(next);
    },
  };
}

/** The address of a place, such as `/agent/tickets/104`. */
export function pathOf(place: Place): string {
  if (place.page === 'ticket') return `/agent/tickets/${place.ticket}`;
  if (place.page === 'new') return `/agent/tickets/new/${place.number}`;
  if (place.page === 'search') return `/agent/search/1?query=${encodeURIComponent(place.query)}`;
  if (place.page === 'view') return `/agent/filters/${place.view}`;
  if (place.page === 'app') return `/agent/apps/${place.app}${place.path ? `/${place.path}` : ''}`;
  return '/agent/sandbox';
}

/** The place that an address names; anything unknown is the list of open tickets. */
export function placeOf(path: string, search = ''): Place {
  const [, kind, id, ...rest] = path.replace(/^\/agent/, '').split('/');
  const more = rest.join('/');
  const number = Number(id);
  if (kind === 'tickets' && id === 'new') return { page: 'new', number: Number(more) || 1 };
  if (kind === 'tickets' && number > 0) return { page: 'ticket', ticket: number };
  if (kind === 'search') return { page: 'search', query: new URLSearchParams(search).get('query') ?? '' };
  if (kind === 'apps' && number > 0)
    return { page: 'app', app: number, ...(more === '' ? {} : { path: more }) };
  if (kind === 'filters' && number > 0) return { page: 'view', view: number };
  if (kind === 'sandbox') return { page: 'sandbox' };
  return { page: 'view', view: 'open' };
}
