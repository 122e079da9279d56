import type { ClockRecord } from '../../../domain/record.ts';
import { type DecodedRecord, decodeRecord } from '../../../domain/record-text.ts';
import { COMPLAINT_TAG, SERVICE_TAGS } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import type { Ticket } from '../../zaf/tickets.ts';

/** Zendesk's names for tickets that began with a call. */
const PHONE_CHANNELS = ['voice', 'phone', 'phone_call_inbound', 'phone_call_outbound', 'voicemail'];

type Unreadable = Extract<DecodedRecord, { ok: false }>['code'];

/** What a ticket is to Complaint Clock, and so what the sidebar shows first. */
export type View =
  | { readonly kind: 'setup' }
  | { readonly kind: 'none' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unreadable'; readonly code: Exclude<Unreadable, 'empty'> }
  | {
      readonly kind: 'open' | 'refused' | 'responded' | 'appealed' | 'referred' | 'closed' | 'ended';
      readonly record: ClockRecord;
    };

function caseView(record: ClockRecord): View {
  const { stage } = record;
  const open = stage === 'received' || stage === 'acknowledged' || stage === 'updated';
  return { kind: open ? 'open' : stage, record };
}

export function viewOf(ticket: Ticket, fields: AccountFields): View {
  if (!fields.record) return { kind: 'setup' };
  const decoded = decodeRecord(ticket.fields.get(fields.record.id));
  if (decoded.ok) return caseView(decoded.record);
  if (decoded.code !== 'empty') return { kind: 'unreadable', code: decoded.code };
  if (ticket.tags.includes(COMPLAINT_TAG)) return { kind: 'waiting' };
  return { kind: PHONE_CHANNELS.includes(ticket.via) ? 'phone' : 'none' };
}

/** Whether the service asks for a person. */
export function needsPerson(ticket: Ticket): boolean {
  return ticket.tags.includes(SERVICE_TAGS.needsPerson);
}
