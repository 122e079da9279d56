import type { Account } from '../../zaf/account.ts';
import type { Host, Stop } from '../../zaf/host.ts';
import type { Lacking } from '../guards/access.ts';
import { isStillThere } from '../model/binding.ts';
import { adoptByTag, createWordsWatch } from './adopt.ts';
import { isMessage, tagOf, willCount } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { type KeptDraft, keepDraft, restoreDraft, takeOver } from './kept-draft.ts';
import type { MacroText } from './macro-text.ts';
import type { TagLoss } from './tag-loss.ts';
import type { TicketEffects } from './ticket-effects.ts';

export interface WatchOptions {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  readonly store: DraftStore;
  readonly effects: TicketEffects;
  readonly macroText: MacroText;
  readonly loss: TagLoss;
  readonly lacking: () => Promise<Lacking | undefined>;
  /** What survives a reload of the page. */
  readonly kept: KeptDraft;
  /** Told of failures that no click waits for. */
  readonly onError: (error: unknown) => void;
}

/** Keeps text and tag together, whoever changes either; answers how to stop. */
export function watchDraft(options: WatchOptions): Stop {
  const { host, store, effects, loss, kept, onError } = options;
  let submitting = false;
  // One after the other, so that a quick deletion and its undoing end as they stand.
  let queue = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (): void => {
    queue = queue.then(() => (submitting ? undefined : work())).catch(onError);
  };
  const words = createWordsWatch(options);
  const takeOverInTurn = inTurn(() => takeOver(options));
  let freed = false;
  // Nothing is put into a reply box that is just being sent.
  const takeOverSoon = (): void => {
    freed = submitting;
    if (!submitting) takeOverInTurn();
  };
  const waitIfElsewhere = (): void => {
    if (store.state().elsewhere) kept.claim.whenFree(takeOverSoon);
  };
  const submitted = (): void => {
    submitting = false;
    if (freed) takeOverSoon();
  };
  const keep = inTurn(() => keepDraft(options));
  const composerChanged = inTurn(async () => {
    await followText(options);
    await words.look();
    await keepDraft(options);
  });
  const tagsChanged = inTurn(() => followTags(options, loss));
  inTurn(() => restoreDraft(options))();
  inTurn(() => words.look())();
  const stops = [
    store.subscribe(keep),
    store.subscribe(waitIfElsewhere),
    host.on('composer', composerChanged),
    host.on('composerKind', composerChanged),
    host.on('tags', tagsChanged),
    // The reply box is emptied by the submit itself: that is no deletion.
    host.on('submitting', () => {
      submitting = true;
    }),
    host.on('submitFailed', submitted),
    host.on('submitted', () => {
      effects.settle();
      noteSent(store);
      submitted();
    }),
  ];
  tagsChanged();
  return () => {
    for (const stop of stops) stop();
    kept.claim.release();
  };
}

/** The agent typed, deleted, undid something, or turned the reply into a note. */
async function followText({ host, store, effects }: WatchOptions): Promise<void> {
  const { text, internal } = await host.draft.read();
  if (internal !== store.state().internal) store.put({ internal });
  const { draft } = store.state();
  if (!draft) return;
  const there = isStillThere(draft.text, text);
  if (draft.presence === 'inserted' && there) store.putDraft({ presence: 'present' });
  if (draft.presence === 'present' && !there) {
    if (!isMessage(draft.kind)) return store.drop('draft');
    store.putDraft({ presence: 'gone' });
    await effects.unbind(draft.kind);
  }
  if (draft.presence === 'gone' && there) {
    store.putDraft({ presence: 'present' });
    await effects.bind(draft.kind);
  }
}

async function followTags(options: WatchOptions, loss: TagLoss): Promise<void> {
  const { host, store, effects } = options;
  const tags = await host.draft.tags();
  const { draft } = store.state();
  if (!draft) {
    loss.forget();
    return await adoptByTag(options, tags);
  }
  const tag = draft.notTagged || draft.byField || draft.byMacro ? undefined : tagOf(draft.kind);
  if (!tag) return;
  if (tags.includes(tag)) return await loss.seen();
  if (draft.presence !== 'present') return;
  if (await loss.byOthers(tag)) await effects.bind(draft.kind);
  else store.drop('draft');
}

function noteSent(store: DraftStore): void {
  const { draft, internal } = store.state();
  if (!draft) return;
  store.drop('draft');
  if (!internal && willCount(draft) && isMessage(draft.kind)) store.put({ sent: draft.kind });
}
