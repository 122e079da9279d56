import type { CaseEvent } from '../../../domain/events.ts';
import type { History } from '../../../domain/marks.ts';
import type { SendFacts } from '../../../domain/send.ts';
import { received } from '../easter.ts';
import { event, noHistory, planOf, sendable } from '../support.ts';

/** The complaint of Easter, had it come by phone. */
export const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

/** The plan where people or the service have left traces on the ticket. */
export const withHistory = (events: readonly CaseEvent[], now: string, history: Partial<History>) =>
  planOf(events, now, { history: { ...noHistory, ...history } });

/** The plan just after the receipt, where what decides on sending is otherwise. */
export const withFacts = (facts: Partial<SendFacts>, now = '2026-04-01 15:01') =>
  planOf([received], now, { facts: { ...sendable, ...facts } });

/** So many acknowledgements have lately gone out that another is held. */
export const held = { lately: 20 };
