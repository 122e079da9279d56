import { newTicket, openTicket, type TicketModel, type TicketModelParts } from '../ticket/model.ts';
import type { NewTicketStart } from '../ticket/new-ticket.ts';
import { createStore, type Store } from './store.ts';

/** A ticket that is open in the workspace; its model is there once it is read. */
export interface Tab {
  /** `ticket/42`, or `new/1` for one being written. */
  key: string;
  /** Undefined for a ticket that isn't saved yet. */
  id: number | undefined;
  model: TicketModel | undefined;
  failed: string | undefined;
}

export interface Tabs {
  store: Store<readonly Tab[]>;
  /** Opens a ticket unless it is open; a failed one is tried again. */
  open(id: number): Promise<void>;
  /** Opens the form of a new ticket unless that one is open. */
  openNew(number: number, start?: NewTicketStart): void;
  /** A number for a new ticket's form that no open one has. */
  nextNew(): number;
  close(key: string): void;
  /** Puts the saved ticket where its form was. */
  replaceNew(key: string, id: number): Promise<void>;
  /** Reads the open ticket again, if it is open. */
  refresh(id: number): Promise<void>;
  refreshAll(): Promise<void>;
}

const keyOf = (id: number) => `ticket/${id}`;
export const newKeyOf = (number: number) => `new/${number}`;

export function createTabs(parts: TicketModelParts, onOpened: (model: TicketModel) => () => void): Tabs {
  const store = createStore<readonly Tab[]>([]);
  const stops = new Map<string, () => void>();
  const find = (key: string) => store.get().find((tab) => tab.key === key);
  const patch = (key: string, change: Partial<Tab>) =>
    store.update((tabs) => tabs.map((tab) => (tab.key === key ? { ...tab, ...change } : tab)));
  const stop = (key: string) => {
    stops.get(key)?.();
    stops.delete(key);
  };
  const load = async (id: number) => {
    const key = keyOf(id);
    try {
      const model = await openTicket(id, parts);
      // Closed while it was read.
      if (find(key) === undefined) return;
      stops.set(key, onOpened(model));
      patch(key, { model });
    } catch (error) {
      patch(key, { failed: error instanceof Error ? error.message : String(error) });
    }
  };
  const refresh = async (id: number) => {
    await find(keyOf(id))?.model?.reload();
  };
  return {
    store,
    async open(id) {
      const existing = find(keyOf(id));
      if (existing && existing.failed === undefined) return;
      if (existing) patch(existing.key, { failed: undefined });
      else store.update((tabs) => [...tabs, unread(id)]);
      await load(id);
    },
    openNew(number, start = {}) {
      const key = newKeyOf(number);
      if (find(key)) return;
      const model = newTicket(key, parts, start);
      stops.set(key, onOpened(model));
      store.update((tabs) => [...tabs, { key, id: undefined, model, failed: undefined }]);
    },
    nextNew() {
      let number = 1;
      while (find(newKeyOf(number))) number += 1;
      return number;
    },
    close(key) {
      stop(key);
      store.update((tabs) => tabs.filter((tab) => tab.key !== key));
    },
    async replaceNew(key, id) {
      stop(key);
      const isOpen = find(keyOf(id)) !== undefined;
      store.update((tabs) => tabs.flatMap((tab) => (tab.key !== key ? [tab] : isOpen ? [] : [unread(id)])));
      if (!isOpen) await load(id);
    },
    refresh,
    refreshAll: async () => {
      await Promise.all(store.get().map(async (tab) => await tab.model?.reload()));
    },
  };
}

function unread(id: number): Tab {
  return { key: keyOf(id), id, model: undefined, failed: undefined };
}
