import { event } from './support.ts';

/** A complaint by e-mail of Wed 1 Apr 2026, on its way over Easter. */
export const received = event('received', '2026-04-01 15:00', { channel: 'email' });
export const acknowledged = event('acknowledged', '2026-04-02 10:00');
export const updated = event('updated', '2026-04-09 16:00');
