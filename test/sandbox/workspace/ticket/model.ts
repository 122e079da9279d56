import type { Rest } from '../api/rest.ts';
import type { TicketField } from '../api/shapes.ts';
import { createStore, type Store } from '../state/store.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { createEdits, type TicketEdits } from './edits.ts';
import { withMacro } from './macro.ts';
import { createReload, readState } from './reload.ts';
import type { TicketState } from './state.ts';
import { createSubmit } from './submit.ts';

/** What happens to an open ticket besides changes of its values. */
export type TicketSignal =
  | { kind: 'submit.start' | 'submit.done' | 'submit.always' }
  | { kind: 'submit.fail'; reason: string }
  | { kind: 'conversation.changed' }
  | { kind: 'updated'; authorId: number };

/** Puts text at the cursor; the composer on screen registers it. */
export type InsertAtCursor = (html: string) => void;

/** One open ticket: its state, and all that can be done to it. */
export interface TicketModel extends TicketEdits {
  id: number;
  store: Store<TicketState>;
  /** Puts HTML at the cursor, or at the end where the composer isn't on screen. */
  insert(html: string): void;
  applyMacro(macroId: number): Promise<void>;
  /** Runs the hooks and sends one update. False if a hook or the server refused; the reason is in the state. */
  submit(status?: string): Promise<boolean>;
  reload(): Promise<void>;
  onSignal(listener: (signal: TicketSignal) => void): () => void;
  /** The hook that runs before a submit and may refuse it with a reason. */
  onBeforeSave(hook: () => Promise<string | undefined>): void;
  onInsert(insert: InsertAtCursor | undefined): void;
}

export interface TicketModelParts {
  rest: Rest;
  /** The account's fields, read when needed: they may have changed since. */
  fields: () => readonly TicketField[];
  ensureUsers: (ids: Iterable<number>) => Promise<void>;
}

/** Loads a ticket and keeps what the agent changes apart from what is saved. */
export async function openTicket(id: number, parts: TicketModelParts): Promise<TicketModel> {
  const store = createStore(await readState(id, parts));
  const listeners = new Set<(signal: TicketSignal) => void>();
  const signal = (it: TicketSignal) => {
    for (const listener of [...listeners]) listener(it);
  };
  let beforeSave: () => Promise<string | undefined> = async () => undefined;
  let insertAtCursor: InsertAtCursor | undefined;
  const reload = createReload(id, { parts, store, signal });
  const edits = createEdits(store);
  return {
    id,
    store,
    ...edits,
    insert: (html) => (insertAtCursor ?? edits.append)(sanitizedHtml(html)),
    async applyMacro(macroId) {
      const result = await parts.rest.applyMacro(id, macroId);
      store.update((state) => withMacro(state, macroId, result));
    },
    submit: createSubmit(id, { parts, store, signal, reload, beforeSave: () => beforeSave() }),
    reload,
    onSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onBeforeSave(hook) {
      beforeSave = hook;
    },
    onInsert(insert) {
      insertAtCursor = insert;
    },
  };
}
