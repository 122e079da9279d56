import type { CaseEvent } from '../../../domain/events.ts';
import { acknowledged, received } from '../easter.ts';
import { caseOf, event } from '../support.ts';

/** The complaint of Easter told to its end: each event by itself, and all in a row. */
export const updated = event('updated', '2026-04-09 10:00');
export const responded = event('responded', '2026-04-20 10:00', { outcome: 'upheld' });
export const solved = event('closed', '2026-04-21 10:00');
export const whole = [received, acknowledged, updated, responded, solved];

/** The kinds of the events, in their order. */
export const kinds = (events: readonly CaseEvent[]) => events.map(({ kind }) => kind);

/** What the case kept apart, as kind and reason. */
export const whys = (events: readonly CaseEvent[]) =>
  caseOf(events).refused.map(({ event: { kind }, why }) => [kind, why]);
