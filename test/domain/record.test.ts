import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../domain/calendar.ts';
import { localDate } from '../../domain/local-date.ts';
import { explain } from '../../domain/reasons.ts';
import { type ClockRecord, sameRecord } from '../../domain/record.ts';
import { decodeRecord, encodeRecord } from '../../domain/record-text.ts';
import { at, type Draft, event, planOf } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const responded = event('responded', '2026-04-08 10:00', { outcome: 'partly_upheld' });
const { record } = planOf([received, acknowledged, responded], '2026-04-08 10:01');

const rewritten = (parts: Draft): string => JSON.stringify({ ...JSON.parse(encodeRecord(record)), ...parts });

describe('the clock record', () => {
  it.each([
    ['received', [received]],
    ['acknowledged', [received, acknowledged]],
    ['responded', [received, acknowledged, responded]],
    ['withdrawn', [received, event('withdrawn', '2026-04-02 09:00')]],
    ['refused', [event('received', '2026-04-01 15:00', { channel: 'phone' })]],
  ])('of a case that is %s comes back as it went in', (_, events) => {
    const written = planOf(events, '2026-04-08 10:01').record;
    expect(decodeRecord(encodeRecord(written))).toEqual({ ok: true, record: written });
  });

  it('keeps milliseconds and hard caps', () => {
    const capped: ClockRecord = {
      ...record,
      savedAt: record.savedAt + 7,
      deadlines: record.deadlines.map((deadline) => ({
        ...deadline,
        hardCap: true,
        dueAt: deadline.dueAt + 1,
      })),
    };
    expect(decodeRecord(encodeRecord(capped))).toEqual({ ok: true, record: capped });
  });

  it('is version 1, in instants of UTC and offsets in words', () => {
    expect(JSON.parse(encodeRecord(record))).toMatchObject({
      v: 1,
      policy: { id: 'ask4', version: '1', company: 'ASK4' },
      stage: 'responded',
      channel: 'email',
      outcome: 'partly_upheld',
      savedAt: '2026-04-08T09:01:00Z',
      events: [
        { kind: 'received', at: '2026-04-01T14:00:00Z' },
        { kind: 'acknowledged', at: '2026-04-02T09:00:00Z' },
        { kind: 'responded', at: '2026-04-08T09:00:00Z' },
      ],
      deadlines: [
        { duty: 'acknowledgement', within: '24 hours', doneAt: '2026-04-02T09:00:00Z' },
        { duty: 'update', within: '3 working days', dueDate: '2026-04-09', waived: 'superseded' },
        { duty: 'response', within: '7 working days', dueAt: '2026-04-20T23:00:00Z' },
      ],
    });
  });

  it('holds no name, address or words of a person', () => {
    const told = event('withdrawn', '2026-04-02 09:00', { reason: 'Ms Doe moved out', authorId: 4711 });
    const text = encodeRecord(planOf([received, told], '2026-04-02 09:01').record);
    expect(text).not.toMatch(/Doe|4711|reason|author/);
  });

  it('explains its own dates', () => {
    const calendar = createCalendar(record.calendar);
    for (const deadline of record.deadlines)
      expect(explain(deadline, calendar, record.counting).at(-1)?.date).toBe(deadline.dueDate);
  });

  it('fits into a ticket field with room to spare', () => {
    expect(encodeRecord(record).length).toBeLessThan(4000);
  });
});

describe('a record that can not be read', () => {
  it.each([
    ['', 'empty'],
    [null, 'empty'],
    [undefined, 'empty'],
    ['{', 'not_json'],
    ['received on 1 April', 'not_json'],
    ['null', 'not_json'],
    ['"text"', 'not_json'],
    ['7', 'not_json'],
    ['{}', 'unknown_version'],
    ['[]', 'unknown_version'],
    ['{"v":2}', 'unknown_version'],
    ['{"v":"1"}', 'unknown_version'],
    ['{"v":1}', 'malformed'],
  ])('%o is %s', (text, code) => {
    expect(decodeRecord(text)).toMatchObject({ ok: false, code });
  });

  it.each<[string, Draft]>([
    ['stage', { stage: 'lost' }],
    ['channel', { channel: 7 }],
    ['outcome', { outcome: 'won' }],
    ['policy.id', { policy: { version: '1', company: 'ASK4' } }],
    ['events[0].kind', { events: [{ kind: 'phoned', at: '2026-04-01T14:00:00Z' }] }],
    ['events[0].at', { events: [{ kind: 'received', at: '1 April' }] }],
    ['deadlines', { deadlines: {} }],
    ['deadlines[0].within', { deadlines: [{ ...deadlineData(), within: 'soon' }] }],
    ['deadlines[0].dueDate', { deadlines: [{ ...deadlineData(), dueDate: '2026-02-30' }] }],
    ['deadlines[0].dueAt', { deadlines: [{ ...deadlineData(), dueAt: '2026-04-02' }] }],
    ['deadlines[0].waived', { deadlines: [{ ...deadlineData(), waived: 'forgotten' }] }],
    ['calendar.week[0]', { calendar: { ...record.calendar, week: [0] } }],
    ['calendar.from', { calendar: { ...record.calendar, from: 'April' } }],
    ['calendar.zone', { calendar: { ...record.calendar, zone: 'Mars/Olympus' } }],
    ['counting.dayEnds', { counting: { dayEnds: 'late' } }],
    ['savedAt', { savedAt: 7 }],
  ])('a wrong %s is malformed, and the detail names it', (path, parts) => {
    const decoded = decodeRecord(rewritten(parts));
    expect(decoded).toMatchObject({ ok: false, code: 'malformed' });
    expect(!decoded.ok && decoded.detail).toContain(path);
  });
});

function deadlineData(): Draft {
  return JSON.parse(encodeRecord(record)).deadlines[0];
}

describe('two records say the same', () => {
  const shifted = (by: number): ClockRecord => ({
    ...record,
    events: record.events.map((one) => ({ ...one, at: one.at + by })),
    deadlines: record.deadlines.map((one) => ({
      ...one,
      anchorAt: one.anchorAt + by,
      ...(one.doneAt === undefined ? {} : { doneAt: one.doneAt + by }),
    })),
  });

  it('whenever they were saved', () => {
    expect(sameRecord(record, { ...record, savedAt: at('2026-06-01') })).toBe(true);
  });

  it.each([1, -1, 59_999, -59_999])('with stamps that differ by %i ms', (by) => {
    expect(sameRecord(record, shifted(by))).toBe(true);
  });

  it.each([60_000, -60_000])('not with stamps that differ by %i ms', (by) => {
    expect(sameRecord(record, shifted(by))).toBe(false);
  });

  it('not with an offset, which is a number too, that differs by one', () => {
    const [first, ...rest] = record.deadlines;
    if (!first) throw new Error('no deadline');
    const longer = { ...first, within: { ...first.within, amount: first.within.amount + 1 } };
    expect(sameRecord(record, { ...record, deadlines: [longer, ...rest] })).toBe(false);
  });

  it.each<[string, Partial<ClockRecord>]>([
    ['another stage', { stage: 'closed' }],
    ['another outcome', { outcome: 'upheld' }],
    ['one deadline less', { deadlines: record.deadlines.slice(1) }],
    ['one event less', { events: record.events.slice(1) }],
    [
      'a due time a millisecond later',
      { deadlines: record.deadlines.map((one) => ({ ...one, dueAt: one.dueAt + 1 })) },
    ],
    ['a holiday more', withHoliday()],
    ['another way of counting', { counting: { ...record.counting, dayEnds: '17:00' } }],
  ])('not with %s', (_, parts) => {
    expect(sameRecord(record, { ...record, ...parts })).toBe(false);
    expect(sameRecord({ ...record, ...parts }, record)).toBe(false);
  });

  it('not where one has an outcome and the other none', () => {
    const { outcome: _, ...without } = record;
    expect(sameRecord(without, record)).toBe(false);
  });

  function withHoliday(): Partial<ClockRecord> {
    const day = { date: localDate('2026-04-15'), name: 'A late one', region: 'GB-ENG' };
    return { calendar: { ...record.calendar, off: [...record.calendar.off, day] } };
  }
});

describe('nothing cosmetic is ever written', () => {
  it.each([
    ['an open case', [received, acknowledged], '2026-04-08 09:00', '2026-04-09 09:00'],
    ['an overdue case', [received, acknowledged], '2026-04-13 09:00', '2026-04-14 09:00'],
    [
      'a closed case',
      [received, responded, event('closed', '2026-04-21 09:00')],
      '2026-05-13 09:00',
      '2026-08-14 09:00',
    ],
  ])('the record of %s says the same on another day', (_, events, one, other) => {
    expect(sameRecord(planOf(events, one).record, planOf(events, other).record)).toBe(true);
  });
});
