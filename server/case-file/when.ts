import { type Instant, localDateAt, localTimeAt } from '../../domain/local-date.ts';
import { dateText, type Language } from '../../domain/reason-text.ts';

export type When = (at: Instant) => string;

/** "Fri 3 Apr 2026, 09:00" in the policy's zone. */
export const whenIn =
  (zone: string, language: Language): When =>
  (at) =>
    `${dateText(localDateAt(at, zone), language)}, ${localTimeAt(at, zone)}`;
