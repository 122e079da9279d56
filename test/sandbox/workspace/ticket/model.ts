import type { TicketField } from '../api/form-shapes.ts';
import type { Rest } from '../api/rest.ts';
import { createStore, type Store } from '../state/store.ts';
import { sanitizedHtml } from '../text/sanitize.ts';
import { createEdits, type TicketEdits } from './edits.ts';
import { withMacro } from './macro.ts';
import { blankTicket, type NewTicketStart } from './new-ticket.ts';
import { createReload, readState } from './reload.ts';
import { initialState, type TicketState } from './state.ts';
import { createCreate, createSubmit, createUpdate, type Submit } from './submit.ts';
import { createUploads, type SendFile, type TicketUploads } from './uploads.ts';

/** What happens to an open ticket besides changes of its values. */
export type TicketSignal =
  | { kind: 'submit.start' | 'submit.done' | 'submit.always' }
  | { kind: 'submit.fail'; reason: string }
  | { kind: 'conversation.changed' }
  | { kind: 'updated'; authorId: number };

/** Puts text at the cursor; the composer on screen registers it. */
export type InsertAtCursor = (html: string) => void;

/** One open ticket, saved or being written: its state, and all that can be done to it. */
export interface TicketModel extends TicketEdits, TicketUploads {
  /** Undefined for a ticket that isn't saved yet. */
  id: number | undefined;
  /** Names the open ticket in this page, saved or not: `ticket/42`, `new/1`. */
  key: string;
  store: Store<TicketState>;
  /** Puts HTML at the cursor, or at the end where the composer isn't on screen. */
  insert(html: string): void;
  applyMacro(macroId: number): Promise<void>;
  /** Runs the hooks and sends one request. */
  submit: Submit;
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
  ensureUsers: (ids: Iterable<number | null>) => Promise<void>;
  /** The signed-in agent's id. */
  me: () => number;
  sendFile: SendFile;
  newKey: () => string;
}

/** Loads a ticket and keeps what the agent changes apart from what is saved. */
export async function openTicket(id: number, parts: TicketModelParts): Promise<TicketModel> {
  const core = createCore(`ticket/${id}`, parts, await readState(id, parts));
  const reload = createReload(id, core.inside);
  return {
    ...core.model,
    id,
    async applyMacro(macroId) {
      const result = await parts.rest.applyMacro(id, macroId);
      core.inside.store.update((state) => withMacro(state, macroId, result));
    },
    submit: createSubmit({
      ...core.inside,
      reload,
      beforeSave: core.beforeSave,
      send: createUpdate(id, { ...core.inside, reload }),
    }),
    reload,
  };
}

/** A ticket to be written; its submit creates it. */
export function newTicket(key: string, parts: TicketModelParts, start: NewTicketStart): TicketModel {
  const core = createCore(key, parts, initialState(blankTicket(start), []));
  const reload = async () => {};
  return {
    ...core.model,
    id: undefined,
    async applyMacro(macroId) {
      const result = await parts.rest.applyMacroToNew(macroId);
      core.inside.store.update((state) => withMacro(state, macroId, result));
    },
    submit: createSubmit({
      ...core.inside,
      reload,
      beforeSave: core.beforeSave,
      send: createCreate(core.inside, start.followUpOf),
    }),
    reload,
  };
}

/** What saved and new tickets have in common. */
function createCore(key: string, parts: TicketModelParts, initial: TicketState) {
  const store = createStore(initial);
  const listeners = new Set<(signal: TicketSignal) => void>();
  const signal = (it: TicketSignal) => {
    for (const listener of [...listeners]) listener(it);
  };
  let beforeSave: () => Promise<string | undefined> = async () => undefined;
  let insertAtCursor: InsertAtCursor | undefined;
  const edits = createEdits(store);
  const { sendFile, newKey, rest } = parts;
  const model = {
    key,
    store,
    ...edits,
    ...createUploads(store, { sendFile, newKey, forgetFile: rest.deleteUpload }),
    insert: (html: string) => (insertAtCursor ?? edits.append)(sanitizedHtml(html)),
    onSignal(listener: (it: TicketSignal) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onBeforeSave(hook: () => Promise<string | undefined>) {
      beforeSave = hook;
    },
    onInsert(insert: InsertAtCursor | undefined) {
      insertAtCursor = insert;
    },
  };
  return { model, inside: { parts, store, signal }, beforeSave: () => beforeSave() };
}
