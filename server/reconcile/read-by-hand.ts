import type { RefusedWhy } from '../../domain/case.ts';
import { type CaseEvent, MESSAGE_KINDS } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Audit } from '../zendesk/port.ts';
import { type ComplaintMetadata, complaintMetadata } from './metadata.ts';
import { agentComment } from './read-message.ts';
import { notedFields } from './read-noted.ts';
import type { Reading } from './reading.ts';

interface When {
  readonly at?: Instant;
  readonly flawed?: RefusedWhy;
}

/**
 * When what was said by hand happened: at a date of posting, with the reply of an earlier audit, at a time of its own.
 * A message needs one of these, or to be a reply itself; otherwise nobody was told anything.
 */
function whenBy(said: ComplaintMetadata, audit: Audit, audits: readonly Audit[], reading: Reading): When {
  if (said.posted_at !== undefined) return { at: said.posted_at };
  // Of a question the audit is what it is about, not when it was noted.
  if (said.event === 'noted')
    return { ...(said.at === undefined ? {} : { at: said.at }), ...flawOf(said, audits) };
  const isMessage = MESSAGE_KINDS.some((kind) => kind === said.event);
  if (said.of_audit !== undefined) {
    const earlier = audits.find(({ id }) => id === said.of_audit);
    if (!earlier || earlier.createdAt > audit.createdAt) return { flawed: 'unknown_audit' };
    if (isMessage && !agentComment(earlier, reading)) return { at: earlier.createdAt, flawed: 'nobody_told' };
    return { at: earlier.createdAt };
  }
  if (said.at !== undefined) return { at: said.at };
  return isMessage && !agentComment(audit, reading) ? { flawed: 'nobody_told' } : {};
}

/** A question is about an audit that the case has. */
function flawOf({ topic, of_audit }: ComplaintMetadata, audits: readonly Audit[]): When {
  const isAbout = topic === 'question' && of_audit !== undefined;
  return isAbout && !audits.some(({ id }) => id === of_audit) ? { flawed: 'unknown_audit' } : {};
}

/** The parts of an event that are taken over as they were said. */
function fieldsOf(said: ComplaintMetadata): Partial<CaseEvent> {
  const { outcome, regime, duty, flags, within, reason } = said;
  return {
    ...(outcome ? { outcome } : {}),
    ...(regime ? { regime } : {}),
    ...(duty ? { duty } : {}),
    ...(flags ? { flags } : {}),
    ...(within ? { within } : {}),
    ...(reason ? { reason } : {}),
    ...notedFields(said),
  };
}

/** What a person said in so many words: an event with its own time, that of an earlier audit, or a date of posting. */
export function eventByHand(audit: Audit, audits: readonly Audit[], reading: Reading): Partial<CaseEvent>[] {
  const said = complaintMetadata(audit);
  if (!said?.event || said.event === 'received' || said.event === 'corrected') return [];
  return [
    {
      kind: said.event,
      byHand: true,
      ...whenBy(said, audit, audits, reading),
      ...fieldsOf(said),
    },
  ];
}
