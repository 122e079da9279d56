import { describe, expect, test } from 'vitest';
import { eventRow, eventsOnlyInLedger } from '../../../server/reconcile/ledger-events.ts';
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

describe('what sets the complaint apart', () => {
  const FLAGS_FIELD = 73;
  const withFlags = reading({ flagsField: FLAGS_FIELD });
  const chosen = (when: string, value: string[], previous: string[] = []) =>
    audit(when, AGENT, [{ kind: 'change', field: String(FLAGS_FIELD), previous, value, byRule: false }]);
  const flagsTold = (...audits: ReturnType<typeof written>[]) =>
    readEvents(audits, withFlags).flatMap(({ kind, topic, flags }) => (flags ? [[kind, topic, flags]] : []));

  test('is read from the field as it was at the receipt, and noted where it is changed later', () => {
    const before = chosen('2026-04-01T14:30:00Z', ['complaint_flag_needs_support']);
    const after = chosen('2026-04-02T09:00:00Z', ['complaint_flag_data_protection', 'their_own'], []);
    expect(flagsTold(written(), before, recorded(), after)).toEqual([
      ['noted', 'flags', ['needs_support']],
      ['received', undefined, ['needs_support']],
      ['noted', 'flags', ['data_protection']],
    ]);
  });

  test('is read from the options’ tags where the form lacks the field', () => {
    const receipt = audit('2026-04-01T15:00:00Z', AGENT, [
      tags(['vip'], ['vip', 'formal_complaint', 'complaint_flag_data_protection']),
    ]);
    const off = audit('2026-04-02T15:00:00Z', AGENT, [tags(['complaint_flag_data_protection', 'a'], ['a'])]);
    const other = audit('2026-04-03T15:00:00Z', AGENT, [tags(['a'], ['a', 'b'])]);
    expect(flagsTold(written(), receipt, off, other)).toEqual([
      ['received', undefined, ['data_protection']],
      ['noted', 'flags', ['data_protection']],
      ['noted', 'flags', []],
    ]);
  });

  test('is what the update says in so many words, where it does', () => {
    const said = { event: 'noted', topic: 'flags', flags: ['abusive_behaviour'] };
    const both = audit(
      '2026-04-02T09:00:00Z',
      AGENT,
      [
        {
          kind: 'change',
          field: String(FLAGS_FIELD),
          previous: null,
          value: ['complaint_flag_abusive_behaviour'],
          byRule: false,
        },
        says(AGENT, false),
      ],
      said,
    );
    expect(flagsTold(written(), recorded({ event: 'received', flags: ['data_protection'] }), both)).toEqual([
      ['received', undefined, ['data_protection']],
      ['noted', 'flags', ['abusive_behaviour']],
    ]);
  });
});

describe('noted', () => {
  test('with the receipt: the language and that somebody speaks for the customer', () => {
    const events = readEvents(
      [written(), recorded({ event: 'received', language: 'de', representative: 'true' })],
      reading(),
    );
    expect(events.map(({ kind, topic, language }) => [kind, topic, language])).toEqual([
      ['received', undefined, undefined],
      ['noted', 'language', 'de'],
      ['noted', 'representative', undefined],
    ]);
  });

  test('comes back from the ledger as it was, where its ticket is gone', () => {
    const told = readEvents(
      [
        written(),
        recorded({ event: 'received', language: 'de', flags: ['needs_support'] }),
        ...[
          { event: 'referred', reference: 'CO-1' },
          { event: 'noted', topic: 'ombudsman_date', due_date: '2026-09-25' },
          { event: 'noted', topic: 'redress', code: 'credit', amount: '12.50', currency: 'GBP' },
          { event: 'noted', topic: 'linked', ticket: '77' },
          { event: 'noted', topic: 'question', of_audit: 4 },
          { event: 'decided', decision: 'upheld', accepted: false },
        ].map((said) => audit('2026-04-02T09:00:00Z', AGENT, [says(AGENT, false)], said)),
      ],
      reading({ all: [{ ...written(), id: 4 }] }),
    );
    const events = told.map((event) => eventRow(event, SERVICE));
    expect(told.filter(({ kind }) => kind === 'noted')).toHaveLength(5);
    expect(eventsOnlyInLedger({ events }, new Set(), [])).toEqual(told);
  });

  test('keeps what was said as data, and nothing that could be a sentence', () => {
    const note = (complaint: unknown) =>
      readEvents(
        [written(), recorded(), audit('2026-04-02T09:00:00Z', AGENT, [says(AGENT, false)], complaint)],
        reading(),
      ).slice(1);
    const redress = { event: 'noted', topic: 'redress', code: 'credit', amount: '12,50', currency: 'GBP' };
    expect(note(redress)).toMatchObject([
      { topic: 'redress', code: 'credit', amount: '12.50', byHand: true },
    ]);
    const date = { event: 'noted', topic: 'ombudsman_date', due_date: '2026-09-25', reference: 'CO-1' };
    expect(note(date)).toMatchObject([{ dueDate: '2026-09-25', reference: 'CO-1' }]);
    expect(note({ event: 'noted', topic: 'question', of_audit: 1 })).toMatchObject([
      { flawed: 'unknown_audit' },
    ]);
    expect(note({ event: 'decided', decision: 'settled', accepted: true })).toMatchObject([
      { decision: 'settled', accepted: true },
    ]);
    for (const wrong of [
      { ...date, reference: 'call Mrs Smith' },
      { ...date, due_date: '25.9.2026' },
      { ...redress, code: 'Something Else' },
      { ...redress, topic: 'gossip' },
    ])
      expect(note(wrong)).toEqual([]);
  });
});

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

  test('counts from the times that tags of a new ticket tell, while they are times', () => {
    const created = (...more: string[]) =>
      audit('2026-04-01T15:00:00Z', AGENT, [
        { kind: 'create', field: 'tags', value: ['formal_complaint', ...more], byRule: false },
        says(AGENT, false),
      ]);
    const told = ['complaint_received_at_20260331t0730z', 'complaint_first_made_at_20260301t1200z'];
    expect(readEvents([created(...told)], reading())[0]).toMatchObject({
      at: at('2026-03-31T07:30:00Z'),
      firstMadeAt: at('2026-03-01T12:00:00Z'),
    });
    const [event] = readEvents([created('complaint_received_at_20260431t0730z')], reading());
    expect(event).toMatchObject({ at: at('2026-04-01T14:00:00Z') });
    expect(event).not.toHaveProperty('firstMadeAt');
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

  test('count by the drop-down alone, where an account lets no tags show', () => {
    const REPLY_FIELD = 74;
    const chosen = [field(REPLY_FIELD, 'complaint_update_sent')];
    const withField = reading({ replyField: REPLY_FIELD });
    expect(kinds([reply(says(AGENT), ...chosen)], withField)).toEqual(['updated']);
    expect(kinds([reply(says(AGENT, false), ...chosen)], withField)).toEqual([]);
    expect(kinds([reply(says(AGENT), field(75, 'complaint_update_sent'))], withField)).toEqual([]);
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
