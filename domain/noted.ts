import type { CaseEvent } from './events.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { NotedTopic } from './noted-topics.ts';

export { NOTED_TOPICS, type NotedTopic } from './noted-topics.ts';

/** A noted fact as the clock record keeps it: the latest of its topic, of each duty with `delay`, of each ticket with `linked`. */
export interface CaseNote {
  readonly topic: NotedTopic;
  readonly at: Instant;
  readonly regime?: string;
  readonly duty?: string;
  readonly code?: string;
  readonly ofAudit?: number;
  readonly dueDate?: LocalDate;
  readonly reference?: string;
  readonly language?: string;
  readonly ticket?: number;
  readonly amount?: string;
  readonly currency?: string;
}

/** So that the record doesn't grow with the tickets that are linked. */
const MOST_LINKED = 10;

function noteOf(event: CaseEvent, topic: NotedTopic): CaseNote {
  const { at, regime, duty, code, ofAudit, dueDate, reference, language, ticket, amount, currency } = event;
  return {
    topic,
    at,
    ...(regime === undefined ? {} : { regime }),
    ...(duty === undefined ? {} : { duty }),
    ...(code === undefined ? {} : { code }),
    ...(ofAudit === undefined ? {} : { ofAudit }),
    ...(dueDate === undefined ? {} : { dueDate }),
    ...(reference === undefined ? {} : { reference }),
    ...(language === undefined ? {} : { language }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
  };
}

const occasionOf = ({ topic, regime, duty, ticket }: CaseNote): string =>
  topic === 'delay' ? `${topic} ${regime}.${duty}` : topic === 'linked' ? `${topic} ${ticket}` : topic;

/** The facts noted on a case that still hold, in the order in which they were noted. The flags are the case's own. */
export function notesOf(events: readonly CaseEvent[]): CaseNote[] {
  const latest = new Map<string, CaseNote>();
  for (const event of events) {
    if (event.kind !== 'noted' || event.topic === undefined || event.topic === 'flags') continue;
    const note = noteOf(event, event.topic);
    latest.delete(occasionOf(note));
    latest.set(occasionOf(note), note);
  }
  const all = [...latest.values()];
  const linked = all.filter(({ topic }) => topic === 'linked').slice(-MOST_LINKED);
  return all.filter((note) => note.topic !== 'linked' || linked.includes(note));
}

/** Why a duty is late, as it was noted last; undefined where nobody has said so. */
export function delayReason(
  events: readonly Pick<CaseEvent, 'kind' | 'topic' | 'regime' | 'duty' | 'code'>[],
  of: { readonly regime: string; readonly duty: string },
): string | undefined {
  return events.findLast(
    ({ kind, topic, regime = of.regime, duty }) =>
      kind === 'noted' && topic === 'delay' && regime === of.regime && duty === of.duty,
  )?.code;
}

const isFlagsNote = ({ kind, topic }: CaseEvent): boolean => kind === 'noted' && topic === 'flags';

function isAfter(event: CaseEvent, received: CaseEvent | undefined): boolean {
  if (!received || event.recordedAt !== received.recordedAt)
    return event.recordedAt > (received?.recordedAt ?? Number.NEGATIVE_INFINITY);
  return event.auditId > received.auditId;
}

/** Where among the events the flags were noted last since the case was recorded; -1 where never. */
function lastFlagsNote(events: readonly CaseEvent[]): number {
  let received: CaseEvent | undefined;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event || !isFlagsNote(event)) continue;
    received ??= events.find(({ kind }) => kind === 'received');
    if (isAfter(event, received)) return index;
  }
  return -1;
}

/**
 * What sets the case apart: the flags noted last since it was recorded, with those that came after them; else all that
 * were ever told. What the field held before is part of the receipt.
 */
export function flagsOf(events: readonly CaseEvent[]): string[] {
  const start = Math.max(lastFlagsNote(events), 0);
  const all = new Set<string>();
  for (let index = start; index < events.length; index += 1) {
    const event = events[index];
    if (!event?.flags || (index > start && isFlagsNote(event))) continue;
    for (const flag of event.flags) all.add(flag);
  }
  return [...all];
}

/** Whether a text can be a reference: short, with nothing that a sentence is made of. */
export function isReference(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}./#_-]{0,39}$/u.test(text);
}
