/** What the workspace hears about: a ticket changed, the clock was moved, or a log of the sandbox grew. */
export type AccountEvent =
  | { event: 'ticket'; data: { id: number } }
  | { event: 'clock'; data: { now: string; offset: number } }
  | { event: 'activity'; data: { of: 'requests' | 'deliveries' | 'faults' } };

export interface Bus {
  emit(event: AccountEvent): void;
  subscribe(listener: (event: AccountEvent) => void): () => void;
}

export function createBus(): Bus {
  const listeners = new Set<(event: AccountEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
