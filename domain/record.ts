import type { CalendarData } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import type { EventKind, Outcome } from './events.ts';
import { type Instant, MINUTE } from './local-date.ts';
import type { CaseNote } from './noted.ts';
import type { Counting } from './policy-parts.ts';
import type { Stage } from './stage.ts';

/** A step of the case as the sidebar lists it. */
export interface RecordedEvent {
  readonly kind: EventKind;
  readonly at: Instant;
}

/**
 * The machine-readable state of a case, kept as JSON in one ticket field. It holds all that the sidebar needs to
 * count down and to explain each date while the service is out of reach, and nothing about a person.
 */
export interface ClockRecord {
  readonly policy: { readonly id: string; readonly version: string; readonly company: string };
  readonly stage: Stage;
  readonly channel: string;
  readonly outcome?: Outcome;
  readonly events: readonly RecordedEvent[];
  readonly deadlines: readonly Deadline[];
  /** The part of the calendar that the deadlines were counted with, and some weeks beyond. */
  readonly calendar: CalendarData;
  readonly counting: Counting;
  /** When the complaint was first made, where that was before the receipt. */
  readonly firstMadeAt?: Instant;
  /** What sets the complaint apart, where anything does. */
  readonly flags?: readonly string[];
  /** Facts on the case's file that move no stage. */
  readonly notes?: readonly CaseNote[];
  /** When the state last changed. */
  readonly savedAt: Instant;
}

/**
 * Instants that Zendesk stamps itself: known to the second only once the update is read back. A record written with
 * the update may be off by a moment, which is no reason to write it again.
 */
const STAMPED = new Set(['at', 'anchorAt', 'doneAt']);

function alike(a: unknown, b: unknown, key: string): boolean {
  if (typeof a === 'number' && typeof b === 'number' && STAMPED.has(key)) return Math.abs(a - b) < MINUTE;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (left.size !== right.size) return false;
  return [...left].every(([name, value]) => right.has(name) && alike(value, right.get(name), name));
}

/** Whether two records say the same, apart from when they were saved and moments of stamping. */
export function sameRecord(a: ClockRecord, b: ClockRecord): boolean {
  return alike({ ...a, savedAt: 0 }, { ...b, savedAt: 0 }, '');
}
