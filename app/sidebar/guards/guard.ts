import type { SaveBlock } from '../draft/save-block.ts';

/** What must not go out: nothing helps but to put it right. */
export type HardBlock = SaveBlock;

/**
 * What should not go out unless somebody means it. `second_acknowledgement` is only held back once; for the others the
 * agent gives a reason, which the lead sees.
 */
export type Guard =
  | { readonly code: 'open_duty'; readonly duties: readonly string[] }
  /** The complaint names `name`, who would be answering it. */
  | { readonly code: 'conflict'; readonly name: string; readonly self: boolean }
  | { readonly code: 'same_handler' }
  | { readonly code: 'second_acknowledgement'; readonly at: number };

export type GuardCode = Guard['code'];

export const needsReason = ({ code }: Guard): boolean => code !== 'second_acknowledgement';
