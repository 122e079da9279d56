import type { App } from '../api/control.ts';
import type { AppTicket } from '../zaf/ticket-port.ts';
import { createStore, type Store } from './store.ts';

/** A modal that an app opened. */
export interface Modal {
  guid: string;
  app: App;
  url: string;
  width: string;
  height: string;
  /** The ticket it was opened from. */
  ticket: AppTicket | undefined;
}

export interface Modals {
  store: Store<readonly Modal[]>;
  open(modal: Modal): void;
  close(guid: string): void;
  resize(guid: string, size: { width?: string | undefined; height?: string | undefined }): void;
}

export function createModals(): Modals {
  const store = createStore<readonly Modal[]>([]);
  return {
    store,
    open: (modal) => store.update((modals) => [...modals, modal]),
    close: (guid) => store.update((modals) => modals.filter((modal) => modal.guid !== guid)),
    resize: (guid, { width, height }) =>
      store.update((modals) =>
        modals.map((modal) =>
          modal.guid === guid
            ? { ...modal, width: width ?? modal.width, height: height ?? modal.height }
            : modal,
        ),
      ),
  };
}

/** An id for a running frame; `crypto.randomUUID` is missing where the page isn't on a secure origin. */
export function newGuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
