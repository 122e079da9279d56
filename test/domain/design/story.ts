import type { CaseEvent } from '../../../domain/events.ts';
import { ask4, deadlineFor, deadlinesFor, event } from '../support.ts';

/** The one complaint under which the sentences of the design about events and deadlines are told. */
export const received = event('received', '2026-06-24 15:00', { channel: 'email' });
export const acknowledged = event('acknowledged', '2026-06-25 10:00');
export const updated = event('updated', '2026-06-29 16:00');
export const responded = event('responded', '2026-07-06 10:00', { outcome: 'partly_upheld' });

/** The deadline of a duty, under the shipped policy. */
export const find = (duty: string, ...events: CaseEvent[]) => deadlineFor(duty, deadlinesFor(events, ask4));
