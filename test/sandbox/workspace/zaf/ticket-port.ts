import type { Directory } from '../state/directory.ts';
import type { Store } from '../state/store.ts';
import type { TicketEdits } from '../ticket/edits.ts';
import type { TicketSignal } from '../ticket/model.ts';
import type { TicketState } from '../ticket/state.ts';

/** The ticket that a frame sits beside, as far as apps have to do with it. */
export interface AppTicket extends TicketEdits {
  /** Undefined until the ticket is created: then the place is `new_ticket_sidebar`. */
  id: number | undefined;
  store: Store<TicketState>;
  /** Puts HTML at the cursor, or at the end where the composer isn't on screen. */
  insert(html: string): void;
  onSignal(listener: (signal: TicketSignal) => void): () => void;
  /** The hook that runs before a submit and may refuse it with a reason. */
  onBeforeSave(hook: () => Promise<string | undefined>): void;
}

/** A ticket with the account's people and set-up, for what is said of it to apps. */
export interface TicketView {
  ticket: AppTicket;
  directory: Directory;
}
