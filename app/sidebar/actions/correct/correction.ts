import type { CaseEvent } from '../../../../domain/events.ts';
import type { Instant } from '../../../../domain/local-date.ts';
import type { Metadata } from '../../../zaf/change-ticket.ts';
import { metadataTime } from '../../record/event.ts';

/** What is put right: one value of the receipt, or an entry that never was. */
export type Correction =
  | { readonly what: 'received'; readonly at: Instant }
  | { readonly what: 'first'; readonly at: Instant }
  | { readonly what: 'channel'; readonly channel: string }
  | { readonly what: 'event'; readonly auditId: number };

/** The receipt that counts: the one recorded first. */
export function receiptOf(events: readonly CaseEvent[]): CaseEvent | undefined {
  return events
    .filter(({ kind }) => kind === 'received')
    .sort((a, b) => a.recordedAt - b.recordedAt || a.auditId - b.auditId)[0];
}

/** Of what a person or a tag has said; not the receipt, nor what is a fact of the ticket itself. */
export function voidable(events: readonly CaseEvent[]): CaseEvent[] {
  const receipt = receiptOf(events)?.auditId;
  return events.filter(({ kind, auditId, byHand }) => {
    const isFact = (kind === 'closed' || kind === 'reopened') && !byHand;
    return auditId > 0 && auditId !== receipt && !isFact;
  });
}

function mended(receipt: CaseEvent, correction: Exclude<Correction, { what: 'event' }>): CaseEvent {
  switch (correction.what) {
    case 'received':
      return { ...receipt, at: correction.at };
    case 'first':
      return { ...receipt, firstMadeAt: correction.at };
    case 'channel':
      return { ...receipt, channel: correction.channel };
  }
}

/** The events as they will be read once the correction stands. */
export function corrected(
  events: readonly CaseEvent[],
  correction: Correction,
  correctedAt: Instant,
): CaseEvent[] {
  if (correction.what === 'event') return events.filter(({ auditId }) => auditId !== correction.auditId);
  const receipt = receiptOf(events);
  return events.map((event) => (event === receipt ? { ...mended(event, correction), correctedAt } : event));
}

/**
 * What the service reads. Of several corrections of one audit the latest stands alone: what an earlier one has put
 * right is said again.
 */
export function metadataOf(
  events: readonly CaseEvent[],
  correction: Correction,
): Metadata & { event: 'corrected' } {
  const common = { event: 'corrected', reason: 'stated' } as const;
  if (correction.what === 'event') return { ...common, audit: String(correction.auditId), void: true };
  const receipt = receiptOf(events);
  if (!receipt) return common;
  const { at, channel, firstMadeAt, flags } = mended(receipt, correction);
  const all = receipt.correctedAt !== undefined;
  return {
    ...common,
    audit: String(receipt.auditId),
    ...(all || correction.what === 'received' ? { received_at: metadataTime(at) } : {}),
    ...((all || correction.what === 'channel') && channel !== undefined ? { channel } : {}),
    ...((all || correction.what === 'first') && firstMadeAt !== undefined
      ? { first_made_at: metadataTime(firstMadeAt) }
      : {}),
    ...(all && flags ? { flags } : {}),
  };
}
