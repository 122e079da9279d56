import { useRef, useSyncExternalStore } from 'react';

/** A value that can be watched. Listeners hear the value before and after. */
export interface Store<Value> {
  get(): Value;
  set(next: Value): void;
  update(change: (value: Value) => Value): void;
  subscribe(listener: (next: Value, previous: Value) => void): () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<(next: Value, previous: Value) => void>();
  const set = (next: Value) => {
    if (Object.is(next, value)) return;
    const previous = value;
    value = next;
    for (const listener of [...listeners]) listener(next, previous);
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value in a component, rendered again whenever it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** These parts of the store's value in a component, rendered again only when one of them changes. */
export function useParts<Value extends object, Name extends keyof Value>(
  store: Store<Value>,
  ...names: readonly Name[]
): Pick<Value, Name> {
  const kept = useRef(store.get());
  return useSyncExternalStore(store.subscribe, () => {
    const now = store.get();
    if (names.some((name) => !Object.is(now[name], kept.current[name]))) kept.current = now;
    return kept.current;
  });
}
