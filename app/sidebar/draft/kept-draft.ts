import { z } from 'zod/mini';
import { OUTCOMES } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { dropStored, readStored, writeStored } from '../../ui/stored.ts';
import type { Host } from '../../zaf/host.ts';
import { isStillThere } from '../model/binding.ts';
import { type Draft, LETTER_DRAFTS, MESSAGE_DRAFTS } from './draft.ts';
import { createDraftClaim, type DraftClaim } from './draft-claim.ts';
import type { DraftStore } from './draft-store.ts';
import type { TicketEffects } from './ticket-effects.ts';

const draftSchema = z.object({
  kind: z.enum([...MESSAGE_DRAFTS, ...LETTER_DRAFTS]),
  text: z.string(),
  outcome: z.exactOptional(z.enum(OUTCOMES)),
  /** All that the reply box holds, the agent's own words included. */
  html: z.string(),
});

type Stored = z.output<typeof draftSchema>;

/** The reply as it was before the page was loaded, in this browser and for one ticket. */
export interface KeptDraft {
  read(): Stored | undefined;
  keep(draft: Draft, html: string): void;
  drop(): void;
  /** Of the page that has the reply open. */
  readonly claim: DraftClaim;
}

/** `place` sets one account's ticket apart from all others. */
export function createKeptDraft(place: string, clock: () => Instant): KeptDraft {
  const name = `${place}:draft`;
  return {
    read: () => readStored(name, draftSchema),
    keep({ kind, text, outcome }, html) {
      const stored: Stored = { kind, text, html, ...(outcome ? { outcome } : {}) };
      writeStored(name, stored, clock());
    },
    drop: () => dropStored(name),
    claim: createDraftClaim(`complaint-clock:${name}`),
  };
}

export interface RestoreOptions {
  readonly host: Host;
  readonly store: DraftStore;
  readonly effects: TicketEffects;
  readonly kept: KeptDraft;
}

/** Puts the kept reply into this page's reply box, unless another page has it open. */
export async function restoreDraft(options: RestoreOptions): Promise<void> {
  const { kept, store } = options;
  const found = kept.read();
  if (!found || store.state().draft) return;
  if (await kept.claim.take()) await putBack(options);
  else store.put({ elsewhere: found.kind });
}

/** No other page has the kept reply open any more: it was sent, taken back, or is this page's from now on. */
export async function takeOver(options: RestoreOptions): Promise<void> {
  options.store.drop('elsewhere');
  await putBack(options);
}

/**
 * Puts the reply of before back with all that is bound to it. Zendesk may have kept the text itself, never the tag; where
 * something else is being written by now, that stands.
 */
async function putBack({ host, store, effects, kept }: RestoreOptions): Promise<void> {
  const found = kept.read();
  if (!found || store.state().draft) return kept.claim.release();
  const { text, internal } = await host.draft.read();
  if (text !== '' && !isStillThere(found.text, text)) {
    kept.claim.release();
    return kept.drop();
  }
  const { kind, outcome } = found;
  const bare = text === '';
  if (bare && internal) await host.draft.makePublic();
  const draft = { kind, text: found.text, presence: 'inserted', ...(outcome ? { outcome } : {}) } as const;
  store.put({ internal: internal && !bare, draft });
  try {
    if (bare) await host.draft.append(found.html);
    await effects.bind(kind);
    if (outcome) await effects.setOutcome(outcome);
  } catch (error) {
    store.drop('draft');
    throw error;
  }
}

/** Keeps what the reply box holds now, as long as a draft of ours is in it. */
export async function keepDraft({ host, store, kept }: RestoreOptions): Promise<void> {
  const { draft, elsewhere } = store.state();
  const found = kept.read();
  const ours = draft !== undefined && draft.presence !== 'gone';
  // Another page's is not this one's to overwrite, nor to drop.
  if (elsewhere || (!ours && !found)) return;
  if (!(await kept.claim.take())) return store.put({ elsewhere: found?.kind ?? draft?.kind });
  const { html } = await host.draft.read();
  if (ours && html !== '') return kept.keep(draft, html);
  if (ours) return;
  kept.drop();
  kept.claim.release();
}
