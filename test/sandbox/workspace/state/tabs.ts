import { openTicket, type TicketModel, type TicketModelParts } from '../ticket/model.ts';
import { createStore, type Store } from './store.ts';

/** A ticket that is open in the workspace; its model is there once it is read. */
export interface Tab {
  id: number;
  model: TicketModel | undefined;
  failed: string | undefined;
}

export interface Tabs {
  store: Store<readonly Tab[]>;
  /** Opens a ticket unless it is open; a failed one is tried again. */
  open(id: number): Promise<void>;
  close(id: number): void;
  /** Reads the open ticket again, if it is open. */
  refresh(id: number): Promise<void>;
  refreshAll(): Promise<void>;
}

export function createTabs(parts: TicketModelParts, onOpened: (model: TicketModel) => () => void): Tabs {
  const store = createStore<readonly Tab[]>([]);
  const stops = new Map<number, () => void>();
  const patch = (id: number, change: Partial<Tab>) =>
    store.update((tabs) => tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)));
  const find = (id: number) => store.get().find((tab) => tab.id === id);
  const refresh = async (id: number) => {
    await find(id)?.model?.reload();
  };
  return {
    store,
    async open(id) {
      const existing = find(id);
      if (existing && existing.failed === undefined) return;
      if (existing) patch(id, { failed: undefined });
      else store.update((tabs) => [...tabs, { id, model: undefined, failed: undefined }]);
      try {
        const model = await openTicket(id, parts);
        stops.set(id, onOpened(model));
        patch(id, { model });
      } catch (error) {
        patch(id, { failed: error instanceof Error ? error.message : String(error) });
      }
    },
    close(id) {
      stops.get(id)?.();
      stops.delete(id);
      store.update((tabs) => tabs.filter((tab) => tab.id !== id));
    },
    refresh,
    refreshAll: async () => {
      await Promise.all(store.get().map((tab) => refresh(tab.id)));
    },
  };
}
