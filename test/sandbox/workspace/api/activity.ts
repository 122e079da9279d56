import { z } from 'zod';

const activityShape = z.object({ of: z.enum(['requests', 'deliveries', 'faults']) });

/** What may have changed in the sandbox. */
export type Activity = z.infer<typeof activityShape>['of'] | 'tickets' | 'clock';

/** Follows the sandbox until the returned way to stop is taken. */
export type ActivityFeed = (heard: (what: Activity) => void) => () => void;

/** One stream for all who listen, open while there are any: a browser has few connections to one server. */
export function createActivityFeed(): ActivityFeed {
  const listeners = new Set<(what: Activity) => void>();
  let stream: EventSource | undefined;
  const tell = (what: Activity) => {
    for (const listener of [...listeners]) listener(what);
  };
  const open = () => {
    const source = new EventSource('/__sandbox/events');
    source.addEventListener('activity', (event) => tell(activityShape.parse(JSON.parse(event.data)).of));
    source.addEventListener('ticket', () => tell('tickets'));
    source.addEventListener('clock', () => tell('clock'));
    return source;
  };
  return (heard) => {
    listeners.add(heard);
    stream ??= open();
    return () => {
      listeners.delete(heard);
      if (listeners.size > 0) return;
      stream?.close();
      stream = undefined;
    };
  };
}
