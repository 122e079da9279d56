import type { DraftPort } from '../../zaf/host.ts';
import { unfilledIn, unrenderedIn } from '../model/binding.ts';
import { type MessageDraftKind, needsOutcome } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import type { TicketEffects } from './ticket-effects.ts';

/** Why a submit is held back. */
export type SaveBlock =
  | { readonly code: 'gap'; readonly what: string }
  | { readonly code: 'unrendered'; readonly what: string }
  | { readonly code: 'outcome_missing' };

async function findGap(port: DraftPort, store: DraftStore): Promise<SaveBlock | undefined> {
  const { draft } = store.state();
  if (!draft || draft.presence === 'gone') return undefined;
  const { text } = await port.read();
  const unrendered = unrenderedIn(text);
  if (unrendered) return { code: 'unrendered', what: unrendered };
  const gap = unfilledIn(draft.text, text);
  return gap ? { code: 'gap', what: gap } : undefined;
}

export interface BlockOptions {
  readonly port: DraftPort;
  readonly effects: TicketEffects;
  readonly store: DraftStore;
}

/**
 * Looks for what must not go out: placeholders and gaps in the text of a macro, a response without outcome.
 * @param counted what the reply will be counted as
 */
export async function findSaveBlock(
  { port, effects, store }: BlockOptions,
  counted: readonly MessageDraftKind[],
): Promise<SaveBlock | undefined> {
  const gap = await findGap(port, store);
  if (gap) return gap;
  const { draft } = store.state();
  const own = draft && draft.presence !== 'gone' ? [draft.kind] : [];
  const decides = [...own, ...counted].some(needsOutcome);
  return decides && !(await effects.outcomeOf(draft)) ? { code: 'outcome_missing' } : undefined;
}
