import { isOutcome, OPTION_PREFIX, optionName } from '../../../domain/terms.ts';
import type { Account } from '../../zaf/account.ts';
import type { Host, Stop } from '../../zaf/host.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { fetchTicket } from '../../zaf/tickets.ts';
import { isStillThere } from '../model/binding.ts';
import { isMessage, MESSAGE_DRAFTS, type MessageDraftKind, macroOf, tagOf } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import { type KeptDraft, keepDraft, restoreDraft } from './kept-draft.ts';
import type { MacroText } from './macro-text.ts';
import type { TicketEffects } from './ticket-effects.ts';

export interface WatchOptions {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  readonly store: DraftStore;
  readonly effects: TicketEffects;
  readonly macroText: MacroText;
  /** What survives a reload of the page. */
  readonly kept: KeptDraft;
  /** Told of failures that no click waits for. */
  readonly onError: (error: unknown) => void;
}

/** Keeps text and tag together, whoever changes either; answers how to stop. */
export function watchDraft(options: WatchOptions): Stop {
  const { host, store, effects, onError } = options;
  let submitting = false;
  // One after the other, so that a quick deletion and its undoing end as they stand.
  let queue = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (): void => {
    queue = queue.then(() => (submitting ? undefined : work())).catch(onError);
  };
  const keep = inTurn(() => keepDraft(options));
  const composerChanged = inTurn(async () => {
    await followText(options);
    await keepDraft(options);
  });
  const tagsChanged = inTurn(() => followTags(options));
  inTurn(() => restoreDraft(options))();
  const stops = [
    store.subscribe(keep),
    host.on('composer', composerChanged),
    host.on('composerKind', composerChanged),
    host.on('tags', tagsChanged),
    // The reply box is emptied by the submit itself: that is no deletion.
    host.on('submitting', () => {
      submitting = true;
    }),
    host.on('submitFailed', () => {
      submitting = false;
    }),
    host.on('submitted', () => {
      submitting = false;
      effects.settle();
      noteSent(store);
    }),
  ];
  tagsChanged();
  return () => {
    for (const stop of stops) stop();
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

async function followTags(options: WatchOptions): Promise<void> {
  const { host, store } = options;
  const tags = await host.draft.tags();
  const { draft } = store.state();
  if (!draft) return await adopt(options, tags);
  const tag = draft.notTagged || draft.byField ? undefined : tagOf(draft.kind);
  if (tag && draft.presence === 'present' && !tags.includes(tag)) store.drop('draft');
}

/** Which message a tag stands for: while an appeal is open, the appeal's. */
function meantBy(tags: readonly string[], appealed: boolean): MessageDraftKind | undefined {
  const kinds = MESSAGE_DRAFTS.filter((kind) => tags.includes(tagOf(kind) ?? ''));
  return kinds.find((kind) => kind.startsWith('appeal_') === appealed) ?? kinds[0];
}

/** A draft by Zendesk's own macro menu, or from before the sidebar was opened: its tag is set but not yet saved. */
async function adopt(
  { host, account, ticketId, store, macroText }: WatchOptions,
  tags: readonly string[],
): Promise<void> {
  if (meantBy(tags, false) === undefined) return;
  const [saved, composed, fields] = await Promise.all([
    fetchTicket(host, ticketId),
    host.draft.read(),
    account.fields(),
  ]);
  const kind = meantBy(tags, saved.tags.includes(`${OPTION_PREFIX.stage}appealed`));
  if (kind === undefined || saved.tags.includes(tagOf(kind) ?? '') || composed.text === '') return;
  // Zendesk's own menu chooses the outcome in the form, unsaved.
  const chosen = fields.outcome ? await host.draft.field(fields.outcome.id).catch(() => '') : '';
  const name = optionName('outcome', chosen || saved.fields.get(fields.outcome?.id ?? 0));
  const outcome = isOutcome(name) ? name : undefined;
  const text = htmlToText(await macroText(macroOf(kind, outcome)));
  if (store.state().draft) return;
  const presence = isStillThere(text, composed.text) ? 'present' : 'inserted';
  store.put({
    internal: composed.internal,
    draft: { kind, text, presence, ...(outcome ? { outcome } : {}) },
  });
}

function noteSent(store: DraftStore): void {
  const { draft, internal } = store.state();
  if (!draft) return;
  store.drop('draft');
  const counts = draft.presence !== 'gone' && !internal && !draft.notTagged;
  if (counts && isMessage(draft.kind)) store.put({ sent: draft.kind });
}
