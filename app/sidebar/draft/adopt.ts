import { isOutcome, OPTION_PREFIX, optionName } from '../../../domain/terms.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { fetchTicket } from '../../zaf/tickets.ts';
import { lacksTags } from '../guards/access.ts';
import { isStillThere } from '../model/binding.ts';
import { MESSAGE_DRAFTS, type MessageDraftKind, macroOf, messageMeant, tagOf } from './draft.ts';
import { type MacroDraft, macroDraftIn, readMacroDrafts } from './macro-drafts.ts';
import type { WatchOptions } from './watch-draft.ts';

/** Which message a tag stands for: while an appeal is open, the appeal's. */
function meantBy(tags: readonly string[], appealed: boolean): MessageDraftKind | undefined {
  const kinds = MESSAGE_DRAFTS.filter((kind) => tags.includes(tagOf(kind) ?? ''));
  return kinds.find((kind) => kind.startsWith('appeal_') === appealed) ?? kinds[0];
}

const APPEALED = `${OPTION_PREFIX.stage}appealed`;

/** A draft by Zendesk's own macro menu, or from before the sidebar was opened: its tag is set but not yet saved. */
export async function adoptByTag(
  { host, account, ticketId, store, macroText }: WatchOptions,
  tags: readonly string[],
): Promise<void> {
  if (meantBy(tags, false) === undefined) return;
  const [saved, composed, fields] = await Promise.all([
    fetchTicket(host, ticketId),
    host.draft.read(),
    account.fields(),
  ]);
  const kind = meantBy(tags, saved.tags.includes(APPEALED));
  if (kind === undefined || saved.tags.includes(tagOf(kind) ?? '') || composed.text === '') return;
  // Zendesk's own menu chooses the outcome in the form, unsaved.
  const chosen = fields.outcome ? await host.draft.field(fields.outcome.id).catch(() => '') : '';
  const name = optionName('outcome', chosen || saved.fields.get(fields.outcome?.id ?? 0));
  const outcome = isOutcome(name) ? name : undefined;
  const text = htmlToText(await macroText(macroOf(kind, outcome)));
  if (store.state().draft) return;
  const byMacro = isStillThere(text, composed.text);
  const presence = byMacro ? 'present' : 'inserted';
  store.put({
    internal: composed.internal,
    draft: { kind, text, presence, byMacro, ...(outcome ? { outcome } : {}) },
  });
}

export interface WordsWatch {
  /** Looks whether the reply is a macro's by now. */
  look(): Promise<void>;
}

/**
 * Where the agent may add no tags, none tells of a macro applied by Zendesk's own menu: it is known by its words. The
 * reply counts all the same, as the update names the macro. Words that stood there before, or that were put there by
 * the sidebar, are no sign of it until the reply box has been empty.
 */
export function createWordsWatch({ host, store, lacking, ticketId, macroText }: WatchOptions): WordsWatch {
  let drafts: Promise<readonly MacroDraft[]> | undefined;
  let fresh = false;
  return {
    async look() {
      const { text, internal } = await host.draft.read();
      const { draft } = store.state();
      if (draft && !draft.byMacro) fresh = false;
      if (text === '') fresh = true;
      if (draft || text === '' || !fresh || !lacksTags(await lacking())) return;
      drafts ??= readMacroDrafts(macroText);
      const found = macroDraftIn(await drafts, text);
      if (!found || store.state().draft) return;
      const saved = await fetchTicket(host, ticketId);
      const kind = messageMeant(found.kind, saved.tags.includes(APPEALED));
      store.put({ internal, draft: { ...found, kind, presence: 'present', byMacro: true } });
    },
  };
}
