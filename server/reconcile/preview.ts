import { firstOf } from '../../domain/case.ts';
import type { Instant } from '../../domain/local-date.ts';
import { type HeldWhy, isSilent } from '../../domain/send.ts';
import type { Stage } from '../../domain/stage.ts';
import { FIELD_KEYS, type FieldKey } from '../../domain/terms.ts';
import { inBackground } from '../zendesk/background.ts';
import type { ZendeskPort } from '../zendesk/port.ts';
import { type Decision, decide } from './decide.ts';
import { type DraftDeps, draftOf } from './draft.ts';
import { type CaseReading, readCase, ticketIfThere } from './read-case.ts';
import { type Draft, ticketUpdate } from './ticket-update.ts';

/** Why nothing is sent, and nobody has to do anything about it. */
export type NothingWhy = 'before_live_since' | 'channel_refused' | 'follow_up' | 'over' | 'acknowledged';

export type PreviewedSending =
  /** To this address; the text is the acknowledgement macro's. */
  | { readonly kind: 'send'; readonly to: string | null }
  | { readonly kind: 'by_post' }
  | { readonly kind: 'held'; readonly why: HeldWhy }
  | { readonly kind: 'nothing'; readonly why: NothingWhy };

/** What a look at the ticket would do. No text of the ticket. */
export interface PreviewedTicket {
  readonly ticketId: number;
  /** The ticket on which the case began. */
  readonly homeTicketId: number;
  readonly stage: Stage;
  readonly receivedAt: Instant;
  readonly policy: { readonly id: string; readonly version: string };
  readonly requesterId: number;
  readonly sending: PreviewedSending;
  /** Fields that would be written, with their values; the clock record's is left out. */
  readonly fields: Readonly<Partial<Record<FieldKey, string | null>>>;
  readonly tagsAdded: readonly string[];
  readonly tagsRemoved: readonly string[];
  /** Internal notes that would be written at once, by their codes. */
  readonly notes: readonly string[];
  /** What only a person can put right. */
  readonly marks: readonly string[];
}

/** A port that can't write, so that a preview does not, whatever it is built from. */
function readingOnly(zendesk: ZendeskPort): ZendeskPort {
  return { ...zendesk, updateTicket: () => Promise.reject(new Error('a preview writes nothing')) };
}

function nothingWhy(
  { plan: { kase } }: Pick<Decision, 'plan'>,
  { ticket }: CaseReading,
  deps: DraftDeps,
): NothingWhy {
  if (firstOf(kase, 'acknowledged', 'responded')) return 'acknowledged';
  if (kase.stage === 'closed' || kase.stage === 'ended') return 'over';
  if (isSilent(kase, deps)) return 'before_live_since';
  if (ticket.via.followUpOf !== undefined) return 'follow_up';
  return kase.accepted ? 'acknowledged' : 'channel_refused';
}

async function sendingOf(draft: Draft, reading: CaseReading, deps: DraftDeps): Promise<PreviewedSending> {
  const { send } = draft.plan;
  if (send.kind === 'nothing') return { kind: 'nothing', why: nothingWhy(draft, reading, deps) };
  if (send.kind !== 'send') return send;
  return { kind: 'send', to: (await deps.people.fresh(reading.ticket.requesterId)).email };
}

function fieldsWritten(draft: Draft): PreviewedTicket['fields'] {
  const written = new Map(ticketUpdate(draft)?.custom_fields?.map(({ id, value }) => [id, value]));
  const named = FIELD_KEYS.filter((key) => key !== 'record' && written.has(draft.fieldIds[key]));
  return Object.fromEntries(named.map((key) => [key, written.get(draft.fieldIds[key]) ?? null]));
}

function tagsOf(draft: Draft): Pick<PreviewedTicket, 'tagsAdded' | 'tagsRemoved'> {
  const { tags: now } = draft.ticket;
  const then = ticketUpdate(draft)?.tags ?? now;
  return {
    tagsAdded: then.filter((tag) => !now.includes(tag)),
    tagsRemoved: now.filter((tag) => !then.includes(tag)),
  };
}

/**
 * Says what a look would do with a ticket, without doing it: undefined where it is no complaint, is gone, or is closed,
 * which takes no writes. Acknowledgements that it said would go out count for the cap and the brake of the next one.
 */
export function createPreview(
  given: DraftDeps,
): (ticketId: number, now: Instant) => Promise<PreviewedTicket | undefined> {
  const sent: number[] = [];
  const deps: DraftDeps = {
    ...given,
    zendesk: readingOnly(given.zendesk),
    countAcknowledgements: async (wanted) => {
      const own = sent.filter((id) => wanted.requesterId === undefined || id === wanted.requesterId);
      return (await given.countAcknowledgements(wanted)) + own.length;
    },
  };
  const preview = async (ticketId: number, now: Instant): Promise<PreviewedTicket | undefined> => {
    const ticket = await ticketIfThere(deps.zendesk, ticketId);
    if (!ticket || ticket.status === 'closed' || ticket.status === 'deleted') return undefined;
    const reading = await readCase(deps, ticket, now);
    const decision = await decide(reading, deps, now);
    if (!decision) return undefined;
    const draft = await draftOf(reading, decision, deps, now);
    const sending = await sendingOf(draft, reading, deps);
    if (sending.kind === 'send') sent.push(ticket.requesterId);
    const { kase, record, notes, marks } = draft.plan;
    return {
      ticketId,
      homeTicketId: reading.homeTicketId,
      stage: kase.stage,
      receivedAt: kase.received.at,
      policy: { id: record.policy.id, version: record.policy.version },
      requesterId: ticket.requesterId,
      sending,
      fields: fieldsWritten(draft),
      ...tagsOf(draft),
      notes: sending.kind === 'send' ? [] : notes.map(({ code }) => code),
      marks: marks.map(({ code }) => code),
    };
  };
  return (ticketId, now) => inBackground(() => preview(ticketId, now));
}
