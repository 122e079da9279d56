import type { DraftState } from './draft.ts';
import type { Drafts } from './drafts.ts';

const NONE: DraftState = { internal: false };

/**
 * The reply that is being written, whose own code comes when it is first asked for. Until then there is none: what was
 * begun before is found when it starts.
 */
export function createLaterDrafts(load: () => Promise<Drafts>): Drafts {
  const listeners = new Set<() => void>();
  let drafts: Drafts | undefined;
  async function whole(): Promise<Drafts> {
    if (drafts) return drafts;
    const made = await load();
    // Somebody else may have asked meanwhile.
    if (drafts) return drafts;
    drafts = made;
    drafts.subscribe(() => {
      for (const listener of listeners) listener();
    });
    return drafts;
  }
  return {
    state: () => drafts?.state() ?? NONE,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    insert: async (...given) => await (await whole()).insert(...given),
    remove: async () => await (await whole()).remove(),
    setOutcome: async (outcome) => await (await whole()).setOutcome(outcome),
    choose: async (...given) => await (await whole()).choose(...given),
    makePublic: async () => await (await whole()).makePublic(),
    block: async (counted) => await (await whole()).block(counted),
    lacking: async () => await (await whole()).lacking(),
    settle: () => drafts?.settle(),
    letter: async (...given) => await (await whole()).letter(...given),
    start() {
      let isOver = false;
      let stop: (() => void) | undefined;
      const begin = async (): Promise<void> => {
        const found = await whole();
        if (!isOver) stop = found.start();
      };
      // That it can't be had is said where its file is shown, and by whatever is asked of it.
      begin().catch(() => undefined);
      return () => {
        isOver = true;
        stop?.();
      };
    },
  };
}
