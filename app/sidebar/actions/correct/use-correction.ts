import { useState } from 'react';
import { z } from 'zod/mini';
import { CoverageError } from '../../../../domain/calendar.ts';
import type { CaseEvent } from '../../../../domain/events.ts';
import type { TextKey } from '../../../ui/language.ts';
import { useKept } from '../../../ui/use-kept.ts';
import type { Reading } from '../../model/status.ts';
import { type Move, movesBetween, type Rules, whatIf } from '../../model/what-if.ts';
import { momentSchema, readMoment, typedMoment } from '../shared/moment.ts';
import { type Correction, corrected, receiptOf, voidable } from './correction.ts';

export const WRONG = ['received', 'channel', 'first', 'event'] as const;
export type Wrong = (typeof WRONG)[number];

const entrySchema = z.object({
  what: z.enum(WRONG),
  /** Untouched, the moments are those of the record. */
  received: z.optional(momentSchema),
  first: z.optional(momentSchema),
  channel: z.optional(z.string()),
  auditId: z.string(),
  words: z.string(),
});
export type CorrectionEntry = z.output<typeof entrySchema>;
const EMPTY: CorrectionEntry = { what: 'received', auditId: '', words: '' };

type Read =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly fault: TextKey };

/** What is entered as a correction of the receipt, or the fault of it. */
function read(entry: CorrectionEntry, events: readonly CaseEvent[], { now, when }: Reading): Read {
  const receipt = receiptOf(events);
  const limits = { zone: when.zone, now };
  if (entry.what === 'event') {
    const event = voidable(events).find(({ auditId }) => String(auditId) === entry.auditId);
    if (!event) return { ok: false, fault: 'correct.whichMissing' };
    return { ok: true, correction: { what: 'event', auditId: event.auditId } };
  }
  if (entry.what === 'channel') {
    const { channel } = entry;
    if (channel === undefined || channel === receipt?.channel) return { ok: false, fault: 'correct.same' };
    return { ok: true, correction: { what: 'channel', channel } };
  }
  const typed = entry[entry.what];
  if (!typed) return { ok: false, fault: 'correct.same' };
  const moment = readMoment(typed, limits);
  if (!moment.ok) return moment;
  const late = entry.what === 'first' && receipt !== undefined && moment.at > receipt.at;
  if (late) return { ok: false, fault: 'correct.late' };
  return { ok: true, correction: { what: entry.what, at: moment.at } };
}

/** What the correction would move; undefined while it can't be told. */
function movesBy(
  correction: Correction,
  events: readonly CaseEvent[],
  { rules, now }: { readonly rules: Rules | undefined; readonly now: number },
): readonly Move[] | undefined {
  if (!rules) return undefined;
  try {
    const before = whatIf(events, rules)?.deadlines ?? [];
    return movesBetween(before, whatIf(corrected(events, correction, now), rules)?.deadlines ?? []);
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

/** The state of the form that puts the record right. */
export function useCorrection(events: readonly CaseEvent[], reading: Reading, rules: Rules | undefined) {
  const kept = useKept('correct', EMPTY, entrySchema);
  const [shown, setShown] = useState(false);
  const entry = kept.value;
  const receipt = receiptOf(events);
  const found = read(entry, events, reading);
  const moves = found.ok ? movesBy(found.correction, events, { rules, now: reading.now }) : undefined;
  const typed = (instant: number | undefined) => typedMoment(instant ?? reading.now, reading.when.zone);
  return {
    ...kept,
    entry,
    receipt,
    received: entry.received ?? typed(receipt?.at),
    first: entry.first ?? typed(receipt?.firstMadeAt ?? receipt?.at),
    found,
    moves,
    fault: shown && !found.ok ? found.fault : undefined,
    wordsMissing: shown && entry.words.trim() === '',
    show: () => setShown(true),
    hide: () => setShown(false),
  };
}
