import type { FieldValue } from '../api/shapes.ts';
import type { Store } from '../state/store.ts';
import { appended } from '../text/convert.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { withCore, withField, withTags, withTagsAdded, withTagsRemoved } from './draft.ts';
import type { Composer, CoreValues, Draft, FieldLook, OpenTicket, TicketState } from './state.ts';

/** Changes of an open ticket that stay here until it is submitted. */
export interface TicketEdits {
  setCore(change: Partial<CoreValues>): void;
  setField(id: number, value: FieldValue): void;
  setTags(tags: readonly string[]): void;
  addTags(tags: readonly string[]): void;
  removeTags(tags: readonly string[]): void;
  setComposer(change: Partial<Composer>): void;
  /** Puts HTML below what is written. */
  append(html: string): void;
  setFieldLook(name: string, change: Partial<FieldLook>): void;
  dismissProblem(): void;
  /** Leaves what somebody else changed under the draft: either takes their values, or keeps one's own. */
  settleCollision(keep: 'mine' | 'theirs'): void;
}

export function createEdits(store: Store<TicketState>): TicketEdits {
  const draft = (change: (draft: Draft, ticket: OpenTicket) => Draft) =>
    store.update((state) => ({ ...state, draft: change(state.draft, state.ticket) }));
  const setComposer = (change: Partial<Composer>) =>
    store.update((state) => ({ ...state, composer: { ...state.composer, ...change } }));
  return {
    setCore: (change) => draft((it, ticket) => withCore(it, ticket, change)),
    setField: (id, value) => draft((it, ticket) => withField(it, ticket, id, value)),
    setTags: (tags) => draft((it, ticket) => withTags(it, ticket, tags)),
    addTags: (tags) => draft((it, ticket) => withTagsAdded(it, ticket, tags)),
    removeTags: (tags) => draft((it, ticket) => withTagsRemoved(it, ticket, tags)),
    setComposer,
    append: (html) => setComposer({ html: appended(store.get().composer.html, sanitizedHtml(html)) }),
    setFieldLook: (name, change) =>
      store.update((state) => {
        const look = state.fieldLooks[name] ?? { hidden: false, disabled: false };
        return { ...state, fieldLooks: { ...state.fieldLooks, [name]: { ...look, ...change } } };
      }),
    dismissProblem: () => store.update((state) => ({ ...state, problem: undefined })),
    settleCollision: (keep) =>
      store.update((state) => {
        const names = new Set(state.collision?.changes.map((it) => it.name));
        const draft = keep === 'mine' ? state.draft : without(state.draft, names);
        return { ...state, draft, collision: undefined };
      }),
  };
}

function without(draft: Draft, names: ReadonlySet<string>): Draft {
  return {
    ...draft,
    core: Object.fromEntries(Object.entries(draft.core).filter(([name]) => !names.has(name))),
    fields: new Map([...draft.fields].filter(([id]) => !names.has(String(id)))),
  };
}
