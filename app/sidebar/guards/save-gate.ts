import type { Stop } from '../../zaf/host.ts';

/** Answers what a submit is held back for, in words; undefined lets it pass. */
export type SaveCheck = () => Promise<string | undefined>;

/** Stands before each submit from the first look on, though what looks at it comes a moment later. */
export interface SaveGate {
  readonly check: SaveCheck;
  /** From now on this one looks; answers how to take it off. */
  set(check: SaveCheck): Stop;
}

/**
 * A submit that comes before the check waits for it. Where that can't be had, the submit passes: the service lists what
 * slipped through.
 * @param load has the check set soon; answers whether it will be
 */
export function createSaveGate(load: () => Promise<boolean>): SaveGate {
  let found = Promise.withResolvers<SaveCheck>();
  return {
    async check() {
      if (!(await load())) return undefined;
      return await (await found.promise)();
    },
    set(check) {
      found.resolve(check);
      return () => {
        found = Promise.withResolvers();
      };
    },
  };
}
