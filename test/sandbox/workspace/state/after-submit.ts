import { createStore, type Store } from './store.ts';

export type AfterSubmit = 'stay' | 'close';

export interface AfterSubmitSwitch {
  choice: Store<AfterSubmit>;
  choose(next: AfterSubmit): void;
}

const storageKey = 'workspace-after-submit';

/** Whether a ticket stays open once it is submitted; kept in this browser. */
export function createAfterSubmit(storage: Storage): AfterSubmitSwitch {
  const choice = createStore<AfterSubmit>(storage.getItem(storageKey) === 'close' ? 'close' : 'stay');
  return {
    choice,
    choose(next) {
      storage.setItem(storageKey, next);
      choice.set(next);
    },
  };
}
