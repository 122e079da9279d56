import { useSyncExternalStore } from 'react';

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
