import type { DraftPort } from '../../zaf/host.ts';
import { unfilledIn, unrenderedIn } from '../model/binding.ts';
import { needsOutcome } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import type { TicketEffects } from './ticket-effects.ts';

/** Why a submit is held back. */
export type SaveBlock =
  | { readonly code: 'gap'; readonly what: string }
  | { readonly code: 'unrendered'; readonly what: string }
  | { readonly code: 'outcome_missing' };

/** Looks for what must not go out with a bound reply: placeholders, gaps of the macro, a response without outcome. */
export async function findSaveBlock(
  port: DraftPort,
  effects: TicketEffects,
  store: DraftStore,
): Promise<SaveBlock | undefined> {
  const { draft } = store.state();
  if (!draft || draft.presence === 'gone') return undefined;
  const { text } = await port.read();
  const unrendered = unrenderedIn(text);
  if (unrendered) return { code: 'unrendered', what: unrendered };
  const gap = unfilledIn(draft.text, text);
  if (gap) return { code: 'gap', what: gap };
  return needsOutcome(draft.kind) && !(await effects.outcomeOf(draft))
    ? { code: 'outcome_missing' }
    : undefined;
}
