import { useSyncExternalStore } from 'react';
import type { DraftState } from './draft.ts';
import type { Drafts } from './drafts.ts';

export function useDraftState(drafts: Drafts): DraftState {
  return useSyncExternalStore(drafts.subscribe, drafts.state);
}
