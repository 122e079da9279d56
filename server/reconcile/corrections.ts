import type { CaseEvent } from '../../domain/events.ts';
import type { Audit } from '../zendesk/port.ts';
import { type ComplaintMetadata, complaintMetadata } from './metadata.ts';

export interface Correction {
  readonly void: boolean;
  readonly metadata: ComplaintMetadata;
}

/** Corrections are folded before all else, so that a wrong audit reads as what it should have said. */
export function correctionsOf(audits: readonly Audit[]): Map<number, Correction> {
  const corrections = new Map<number, Correction>();
  for (const audit of audits) {
    const metadata = complaintMetadata(audit);
    if (metadata?.event === 'corrected' && metadata.audit !== undefined) {
      corrections.set(metadata.audit, { void: metadata.void === true, metadata });
    }
  }
  return corrections;
}

/** The event as it should have been told; none where it never happened. */
export function corrected(event: CaseEvent, correction: Correction | undefined): CaseEvent[] {
  if (!correction) return [event];
  if (correction.void) return [];
  const { received_at, at, channel, first_made_at, outcome } = correction.metadata;
  const moved = event.kind === 'received' ? received_at : at;
  return [
    {
      ...event,
      ...(moved === undefined ? {} : { at: moved }),
      ...(channel === undefined || event.kind !== 'received' ? {} : { channel }),
      ...(first_made_at === undefined || event.kind !== 'received' ? {} : { firstMadeAt: first_made_at }),
      ...(outcome === undefined ? {} : { outcome }),
    },
  ];
}
