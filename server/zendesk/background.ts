import { AsyncLocalStorage } from 'node:async_hooks';

/** Which calls come first: looks before sweep, rebuild and recomputation. */
export type CallClass = 'normal' | 'background';

// node-zendesk has no options for a single request, so the class travels with the flow of the program. The store is
// no state: it holds nothing outside of `inBackground`.
const classOfCalls = new AsyncLocalStorage<CallClass>();

/** Runs `work`, and all that it starts, with calls to Zendesk that come after those of everybody else. */
export function inBackground<T>(work: () => Promise<T>): Promise<T> {
  return classOfCalls.run('background', work);
}

/** The class of a call that is made here. */
export function callClass(): CallClass {
  return classOfCalls.getStore() ?? 'normal';
}
