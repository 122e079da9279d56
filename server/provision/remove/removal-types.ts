import type { Kind } from '../definition/keys.ts';

/**
 * - `delete`: gone for good. `deactivate`: switched off, with all that tickets hold in it.
 * - `unmark`: somebody's copy of ours; only our mark is taken out of it.
 * - `keep`: left as it is, with the reason.
 */
export type RemovalAction = 'delete' | 'deactivate' | 'unmark' | 'keep';

/** One object of the account, and what removing does to it. */
export interface Removal {
  readonly kind: Kind;
  readonly key: string;
  readonly title: string;
  readonly id: number | string;
  readonly action: RemovalAction;
  /** Why it is kept, or what is lost with it. */
  readonly notes: readonly string[];
  readonly call?: RemovalCall;
}

export type RemovalCall =
  | { readonly method: 'delete'; readonly path: string }
  | { readonly method: 'put'; readonly path: string; readonly body: unknown };

export interface RemovalPlan {
  /** In the order in which they are taken out: what names another goes before it. */
  readonly removals: readonly Removal[];
  /** What removing never touches, and what to do about it. */
  readonly left: readonly string[];
}

export interface RemovalOptions {
  /** Delete the fields and forms too, and with them what tickets hold in them. */
  readonly withFields: boolean;
}

/** What became of one object. `refused`: the account would not, and says so in `reason`. */
export interface Removed {
  readonly removal: Removal;
  readonly refused?: string;
}
