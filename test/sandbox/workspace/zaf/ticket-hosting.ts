import type { ZafHost } from './host.ts';
import type { Where } from './instance.ts';
import type { People } from './people-object.ts';
import { announceTicket } from './ticket-events.ts';
import type { AppTicket } from './ticket-port.ts';

/** The instances that sit beside this ticket, saved or not, and the modals that were opened from there. */
export function beside(ticket: AppTicket): Where {
  return (instance) => instance.ticket === ticket;
}

/** Lets apps hear of an open ticket and have a say before it is saved. Returns the way to stop, for
 * when it is closed: its frames are told. */
export function hostTicket(zaf: ZafHost, ticket: AppTicket, people: () => People): () => void {
  ticket.onBeforeSave(() => zaf.hook(beside(ticket), 'ticket.save'));
  const stop = announceTicket(ticket, people, (event, data) => zaf.emit(beside(ticket), event, data));
  return () => {
    stop();
    void zaf.retire(beside(ticket));
  };
}
