import { z } from 'zod';

const ticketEventShape = z.object({ id: z.number() });
const clockEventShape = z.object({ offset: z.number() });

/** What the sandbox tells while the page is open. */
export interface LiveListener {
  onTicket(id: number): void;
  onClock(offset: number): void;
  /** The stream is back after a gap, in which anything may have changed. */
  onReconnect(): void;
}

/** Follows the sandbox's stream of changes; the browser reconnects by itself. Returns the way to stop. */
export function followChanges(listener: LiveListener): () => void {
  const stream = new EventSource('/__sandbox/events');
  let interrupted = false;
  stream.addEventListener('ticket', (event) => {
    listener.onTicket(ticketEventShape.parse(JSON.parse(event.data)).id);
  });
  stream.addEventListener('clock', (event) => {
    listener.onClock(clockEventShape.parse(JSON.parse(event.data)).offset);
  });
  stream.addEventListener('error', () => {
    interrupted = true;
  });
  stream.addEventListener('open', () => {
    if (interrupted) listener.onReconnect();
    interrupted = false;
  });
  return () => stream.close();
}
