import { z } from 'zod';
import { createStore, type Store } from './store.ts';

const entryShape = z.object({ id: z.number(), subject: z.string() });
type Recent = z.infer<typeof entryShape>;

export interface RecentTickets {
  store: Store<readonly Recent[]>;
  /** Puts a ticket first. */
  note(ticket: Recent): void;
}

const storageKey = 'workspace-recent-tickets';
const most = 8;

/** The tickets opened lately, newest first; kept in this browser. */
export function createRecent(storage: Storage): RecentTickets {
  const store = createStore(read(storage));
  return {
    store,
    note(ticket) {
      const next = [ticket, ...store.get().filter((it) => it.id !== ticket.id)].slice(0, most);
      storage.setItem(storageKey, JSON.stringify(next));
      store.set(next);
    },
  };
}

function read(storage: Storage): readonly Recent[] {
  try {
    return z.array(entryShape).parse(JSON.parse(storage.getItem(storageKey) ?? '[]'));
  } catch {
    return [];
  }
}
