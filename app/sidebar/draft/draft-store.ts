import type { Draft, DraftState } from './draft.ts';

/** Holds the draft's state and tells who listens. */
export interface DraftStore {
  state(): DraftState;
  subscribe(listener: () => void): () => void;
  put(change: Partial<DraftState>): void;
  /** Changes the draft, where there is one. */
  putDraft(change: Partial<Draft>): void;
  drop(part: 'draft' | 'sent' | 'elsewhere'): void;
}

export function createDraftStore(): DraftStore {
  const listeners = new Set<() => void>();
  let state: DraftState = { internal: false };
  const set = (next: DraftState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    put: (change) => set({ ...state, ...change }),
    putDraft(change) {
      if (state.draft) set({ ...state, draft: { ...state.draft, ...change } });
    },
    drop(part) {
      const { [part]: _dropped, ...rest } = state;
      set(rest);
    },
  };
}
