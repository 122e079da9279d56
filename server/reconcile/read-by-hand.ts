import type { CaseEvent } from '../../domain/events.ts';
import type { Audit } from '../zendesk/port.ts';
import { complaintMetadata } from './metadata.ts';

/** What a person said in so many words: an event with its own time, that of an earlier audit, or a date of posting. */
export function eventByHand(audit: Audit, audits: readonly Audit[]): Partial<CaseEvent>[] {
  const said = complaintMetadata(audit);
  if (!said?.event || said.event === 'received' || said.event === 'corrected') return [];
  const earlier = audits.find(({ id }) => id === said.of_audit)?.createdAt;
  const at = said.posted_at ?? earlier ?? said.at;
  const { outcome, regime, duty, within, reason, flags } = said;
  return [
    {
      kind: said.event,
      byHand: true,
      ...(at === undefined ? {} : { at }),
      ...(outcome ? { outcome } : {}),
      ...(regime ? { regime } : {}),
      ...(duty ? { duty } : {}),
      ...(flags ? { flags } : {}),
      ...(within ? { within } : {}),
      ...(reason ? { reason } : {}),
    },
  ];
}
