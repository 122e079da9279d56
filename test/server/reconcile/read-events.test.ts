import { describe, expect, test } from 'vitest';
import { readEvents } from '../../../server/reconcile/read-events.ts';
import {
  AGENT,
  at,
  audit,
  CHANNEL_FIELD,
  CUSTOMER,
  field,
  NEIGHBOUR,
  OUTCOME_FIELD,
  reading,
  SERVICE,
  says,
  status,
  tags,
  ticket,
  UPDATE_MACRO,
} from './history-builder.ts';

const written = () =>
  audit('2026-04-01T14:00:00Z', CUSTOMER, [
    says(CUSTOMER),
    { kind: 'create', field: 'status', value: 'new', byRule: false },
  ]);
const recorded = (complaint?: unknown) =>
  audit('2026-04-01T15:00:00Z', AGENT, [tags([], ['formal_complaint'])], complaint);
const kinds = (audits: ReturnType<typeof written>[], with_ = reading()) =>
  readEvents(audits, with_).map((event) => event.kind);

describe('received', () => {
  test('is the complaint tag, from the latest comment of the requester before it', () => {
    const again = audit('2026-04-01T14:30:00Z', CUSTOMER, [says(CUSTOMER)]);
    const [event] = readEvents([written(), again, recorded()], reading());
    expect(event).toMatchObject({
      kind: 'received',
      at: at('2026-04-01T14:30:00Z'),
      recordedAt: at('2026-04-01T15:00:00Z'),
      channel: 'email',
    });
  });

  test('counts from the time of receipt that the same update names', () => {
    const [event] = readEvents(
      [
        written(),
        recorded({ event: 'received', channel: 'letter', received_at: '2026-03-31T08:30:00+01:00' }),
      ],
      reading(),
    );
    expect(event).toMatchObject({ at: at('2026-03-31T07:30:00Z'), channel: 'letter' });
  });

  test('counts from the creation of a ticket on which the requester never wrote', () => {
    const logged = audit('2026-04-01T14:10:00Z', AGENT, [says(AGENT, false)]);
    expect(readEvents([logged, recorded()], reading())[0]?.at).toBe(at('2026-04-01T14:00:00Z'));
  });

  test('is read from a ticket created with the tag, and from a trigger that adds it', () => {
    const created = audit('2026-04-01T14:00:00Z', CUSTOMER, [
      says(CUSTOMER),
      { kind: 'create', field: 'tags', value: ['formal_complaint'], byRule: false },
    ]);
    const byTrigger = audit('2026-04-01T14:00:00Z', CUSTOMER, [
      says(CUSTOMER),
      tags([], ['formal_complaint'], true),
    ]);
    expect(kinds([created])).toEqual(['received']);
    expect(kinds([byTrigger])).toEqual(['received']);
  });

  test('is not the tag that the service itself puts back', () => {
    expect(
      kinds([written(), audit('2026-04-01T15:00:00Z', SERVICE, [tags([], ['formal_complaint'])])]),
    ).toEqual([]);
  });

  test('takes the channel from the field as it stood then, and from how the ticket came in where nobody chose', () => {
    const chosen = audit('2026-04-01T14:50:00Z', AGENT, [field(CHANNEL_FIELD, 'complaint_by_letter')]);
    const later = audit('2026-04-01T16:00:00Z', AGENT, [field(CHANNEL_FIELD, 'complaint_by_phone')]);
    expect(readEvents([written(), chosen, recorded(), later], reading())[0]?.channel).toBe('letter');
    const call = reading({ ticket: ticket({ via: { channel: 'voice' } }) });
    expect(readEvents([written(), recorded()], call)[0]?.channel).toBe('phone');
  });

  test('never opens a case on a follow-up, which inherits the tags of the closed ticket and goes on with its case', () => {
    const inherited = audit('2026-05-01T10:00:00Z', CUSTOMER, [
      says(CUSTOMER),
      { kind: 'create', field: 'tags', value: ['formal_complaint', 'complaint_update_sent'], byRule: false },
    ]);
    expect(kinds([inherited], reading({ isFollowUp: true }))).toEqual(['reopened']);
  });
});

describe('messages', () => {
  const reply = (...events: Parameters<typeof audit>[2]) => audit('2026-04-02T09:00:00Z', AGENT, events);

  test("are an agent's public comment with the event tag added in the same update", () => {
    expect(kinds([reply(says(AGENT), tags(['a'], ['a', 'complaint_ack_sent']))])).toEqual(['acknowledged']);
    expect(kinds([reply(says(AGENT), tags([], ['complaint_update_sent']))])).toEqual(['updated']);
    expect(kinds([reply(says(AGENT), tags([], ['complaint_adr_letter_sent']))])).toEqual(['adr_letter_sent']);
  });

  test('count too when the audit names one of our macros, tag or not', () => {
    expect(kinds([reply(says(AGENT), { kind: 'macro', macroId: UPDATE_MACRO })])).toEqual(['updated']);
    expect(kinds([reply(says(AGENT), { kind: 'macro', macroId: 9 })])).toEqual([]);
  });

  test('are none with only an internal note, nor with a tag that was there before', () => {
    expect(kinds([reply(says(AGENT, false), tags([], ['complaint_update_sent']))])).toEqual([]);
    expect(
      kinds([reply(says(AGENT), tags(['complaint_update_sent'], ['complaint_update_sent', 'b']))]),
    ).toEqual([]);
  });

  test('go by the author of the comment, not by who saved it', () => {
    const onBehalf = audit('2026-04-02T09:00:00Z', AGENT, [
      says(CUSTOMER),
      tags([], ['complaint_update_sent']),
    ]);
    const copied = audit('2026-04-02T09:00:00Z', NEIGHBOUR, [
      says(NEIGHBOUR),
      tags([], ['complaint_update_sent']),
    ]);
    expect(kinds([onBehalf, copied])).toEqual([]);
  });

  test('carry the outcome that the field held when the response went out', () => {
    const response = reply(
      says(AGENT),
      tags([], ['complaint_response_sent']),
      field(OUTCOME_FIELD, 'complaint_outcome_partly_upheld'),
      status('open', 'solved'),
    );
    expect(readEvents([response], reading())).toMatchObject([
      { kind: 'responded', outcome: 'partly_upheld' },
      { kind: 'closed' },
    ]);
  });
});

describe('by hand', () => {
  test('an earlier reply, or a letter with its date of posting, is the message', () => {
    const earlier = audit('2026-04-02T11:02:00Z', AGENT, [says(AGENT)]);
    const counted = audit('2026-04-02T15:00:00Z', AGENT, [says(AGENT, false)], {
      event: 'updated',
      of_audit: earlier.id,
    });
    const posted = audit('2026-04-03T09:00:00Z', AGENT, [says(AGENT, false)], {
      event: 'acknowledged',
      posted_at: '2026-04-02T16:00:00Z',
    });
    expect(readEvents([earlier, counted, posted], reading())).toMatchObject([
      { kind: 'updated', at: at('2026-04-02T11:02:00Z'), byHand: true },
      { kind: 'acknowledged', at: at('2026-04-02T16:00:00Z'), recordedAt: at('2026-04-03T09:00:00Z') },
    ]);
  });

  test('is taken from staff only', () => {
    expect(
      kinds([audit('2026-04-02T11:00:00Z', CUSTOMER, [says(CUSTOMER)], { event: 'withdrawn' })]),
    ).toEqual([]);
    expect(
      kinds([audit('2026-04-02T11:00:00Z', AGENT, [says(AGENT, false)], { event: 'withdrawn' })]),
    ).toEqual(['withdrawn']);
  });

  test('a correction is folded before all others: voided, or with its new value', () => {
    const wrong = recorded();
    const moved = audit('2026-04-02T08:00:00Z', AGENT, [], {
      event: 'corrected',
      audit: wrong.id,
      received_at: '2026-03-30T10:00:00Z',
      reason: 'postmark',
    });
    expect(readEvents([written(), wrong, moved], reading())).toMatchObject([
      { kind: 'received', at: at('2026-03-30T10:00:00Z') },
    ]);
    const voided = audit('2026-04-02T08:00:00Z', AGENT, [], {
      event: 'corrected',
      audit: wrong.id,
      void: true,
      reason: 'wrong ticket',
    });
    expect(kinds([written(), wrong, voided])).toEqual([]);
  });
});

test('solving closes and leaving solved reopens, but the account closing a solved ticket is neither', () => {
  const solved = audit('2026-04-10T10:00:00Z', AGENT, [status('open', 'solved')]);
  const back = audit('2026-04-11T10:00:00Z', CUSTOMER, [says(CUSTOMER), status('solved', 'open')]);
  const locked = audit('2026-04-15T10:00:00Z', -1, [status('solved', 'closed')]);
  expect(kinds([solved, back])).toEqual(['closed', 'reopened']);
  expect(kinds([solved, locked])).toEqual(['closed']);
});
