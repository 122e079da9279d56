import type { Guard, GuardCode } from './guard.ts';

/** What the last submit was held back for, and what the agent has passed by since. */
export interface GuardState {
  readonly held: readonly Guard[];
  readonly passed: readonly GuardCode[];
}

export interface GuardStore {
  state(): GuardState;
  subscribe(listener: () => void): () => void;
  /** Holds a submit back for what nobody has passed by. Answers what that is. */
  hold(guards: readonly Guard[]): readonly Guard[];
  pass(code: GuardCode): void;
  /** Something was submitted: whatever comes next is asked about anew. */
  reset(): void;
}

export function createGuardStore(): GuardStore {
  const listeners = new Set<() => void>();
  let state: GuardState = { held: [], passed: [] };
  const set = (next: GuardState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hold(guards) {
      const held = guards.filter(({ code }) => !state.passed.includes(code));
      // Once seen, it is the agent's own decision.
      const seen = held.filter(({ code }) => code === 'second_acknowledgement').map(({ code }) => code);
      set({ held, passed: [...state.passed, ...seen] });
      return held;
    },
    pass(code) {
      set({
        held: state.held.filter((guard) => guard.code !== code),
        passed: [...new Set([...state.passed, code])],
      });
    },
    reset: () => set({ held: [], passed: [] }),
  };
}
