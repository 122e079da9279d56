import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { readStored, writeStored } from '../../ui/stored.ts';
import { FILTERS, type Filters, type Route, readRoute, writeRoute } from './route.ts';

const KEPT = 'leads-filters';
const filtersSchema = z.partialRecord(z.enum(FILTERS), z.string().max(1_000));

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

const currentHash = (): string => window.location.hash;

/** Opened without a place: the filters of the last time hold, as far as this browser keeps them. */
function withKept(route: Route, hash: string): Route {
  return hash === '' ? { ...route, filters: readStored(KEPT, filtersSchema) ?? {} } : route;
}

export interface Routing {
  readonly route: Route;
  readonly go: (change: Partial<Route>) => void;
  readonly setFilters: (filters: Filters) => void;
}

/** Where the reader is, from the address of the page. */
export function useRoute(): Routing {
  const hash = useSyncExternalStore(subscribe, currentHash);
  const go = useCallback((change: Partial<Route>) => {
    const now = currentHash();
    window.location.hash = writeRoute({ ...withKept(readRoute(now), now), ...change });
  }, []);
  const setFilters = useCallback(
    (filters: Filters) => {
      writeStored(KEPT, filters, Date.now());
      go({ filters });
    },
    [go],
  );
  const route = useMemo(() => withKept(readRoute(hash), hash), [hash]);
  return { route, go, setFilters };
}
