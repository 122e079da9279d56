import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../domain/events.ts';
import type { History } from '../../domain/marks.ts';
import { planFor } from '../../domain/plan.ts';
import type { SendFacts } from '../../domain/send.ts';
import { ask4, at, england, event, noHistory, planOf, policyOf, sendable } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const updated = event('updated', '2026-04-09 16:00');
const responded = event('responded', '2026-04-20 10:00', { outcome: 'not_upheld' });
const solved = event('closed', '2026-04-21 10:00');
const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

const withHistory = (events: readonly CaseEvent[], now: string, history: Partial<History>) =>
  planOf(events, now, { history: { ...noHistory, ...history } });
const withFacts = (facts: Partial<SendFacts>, now = '2026-04-01 15:01') =>
  planOf([received], now, { facts: { ...sendable, ...facts } });
const held = { lately: 20 };

it('a ticket that is no complaint has no plan', () => {
  const input = {
    policy: ask4,
    calendar: england,
    history: noHistory,
    facts: sendable,
    now: at('2026-04-01'),
  };
  expect(planFor({ ...input, events: [] })).toBeUndefined();
  expect(planFor({ ...input, events: [acknowledged] })).toBeUndefined();
});

describe('acknowledgement, its tag, due dates, stage and clock record are true together', () => {
  const plan = planOf([received], '2026-04-01 15:01');

  it('the plan is for the ticket once the acknowledgement has gone out', () => {
    expect(plan.send).toEqual({ kind: 'send' });
    expect(plan.kase.stage).toBe('acknowledged');
    expect(plan.fields).toMatchObject({ stage: 'complaint_stage_acknowledged', update_due: '2026-04-08' });
    expect(plan.record).toMatchObject({ stage: 'acknowledged', savedAt: at('2026-04-01 15:01') });
    expect(plan.record.events.map(({ kind }) => kind)).toEqual(['received', 'acknowledged']);
  });

  it('also where our clock is behind the one that stamped the receipt', () => {
    const behind = planOf([received], '2026-04-01 14:59');
    expect(behind.send).toEqual({ kind: 'send' });
    expect(behind.kase.stage).toBe('acknowledged');
    expect(behind.kase.refused).toEqual([]);
  });

  it('a held one is planned for as it stands', () => {
    const waiting = withFacts(held);
    expect(waiting.kase.stage).toBe('received');
    expect(waiting.fields).toMatchObject({ next_step: 'complaint_next_acknowledge', update_due: null });
  });

  it('a minute after, the delivery is looked for', () => {
    expect(plan.nextLookAt).toBe(at('2026-04-01 15:02'));
  });
});

describe('a complaint recorded after its 24 hours is acknowledged at once, met_late, with one note', () => {
  const letter = event('received', '2026-04-01 15:00', {
    channel: 'letter',
    recordedAt: at('2026-04-07 09:00'),
  });

  it('the note waits until the acknowledgement is out, a second later', () => {
    const plan = planOf([letter], '2026-04-07 09:01');
    expect(plan.send).toEqual({ kind: 'send' });
    expect(plan.notes.map(({ code }) => code)).toEqual(['acknowledged_late']);
    expect(plan.nextLookAt).toBe(at('2026-04-07 09:01') + 1000);
    expect(plan.tags).toEqual(new Set());
  });

  it('and is written once', () => {
    const events = [letter, event('acknowledged', '2026-04-07 09:01')];
    const notes = new Set(['acknowledged_late:ask4.acknowledgement']);
    expect(planOf(events, '2026-04-07 09:02').notes).toHaveLength(1);
    expect(withHistory(events, '2026-04-07 09:02', { notes }).notes).toEqual([]);
  });
});

describe('the fields', () => {
  it.each<[string, CaseEvent[], string, Record<string, string | null>]>([
    [
      'acknowledged',
      [received, acknowledged],
      '2026-04-02 10:01',
      {
        stage: 'complaint_stage_acknowledged',
        next_step: 'complaint_next_update',
        channel: 'complaint_by_email',
        received: '2026-04-01',
        acknowledgement_due: '2026-04-02',
        update_due: '2026-04-09',
        response_due: null,
        next_due: '2026-04-09',
      },
    ],
    [
      'updated',
      [received, acknowledged, updated],
      '2026-04-09 16:01',
      {
        stage: 'complaint_stage_updated',
        next_step: 'complaint_next_respond',
        channel: 'complaint_by_email',
        received: '2026-04-01',
        acknowledgement_due: '2026-04-02',
        update_due: '2026-04-09',
        response_due: '2026-04-20',
        next_due: '2026-04-20',
      },
    ],
    [
      'responded',
      [received, acknowledged, responded],
      '2026-04-20 10:01',
      {
        stage: 'complaint_stage_responded',
        next_step: 'complaint_next_close',
        channel: 'complaint_by_email',
        outcome: 'complaint_outcome_not_upheld',
        received: '2026-04-01',
        acknowledgement_due: '2026-04-02',
        update_due: null,
        response_due: '2026-04-20',
        next_due: null,
      },
    ],
    [
      'refused',
      [phoned],
      '2026-04-01 15:01',
      {
        stage: 'complaint_stage_refused',
        next_step: 'complaint_next_none',
        channel: 'complaint_by_phone',
        received: '2026-04-01',
        acknowledgement_due: null,
        update_due: null,
        response_due: null,
        next_due: null,
      },
    ],
  ])('of a case that is %s', (_, events, now, fields) => {
    expect(planOf(events, now).fields).toEqual(fields);
  });

  it.each([
    ['appealed', [received, responded, event('appealed', '2026-04-22 10:00')], 'complaint_next_appeal'],
    ['closed', [received, acknowledged, updated, responded, solved], 'complaint_next_none'],
    ['withdrawn', [received, event('withdrawn', '2026-04-03 09:00')], 'complaint_next_none'],
  ])('the next step of a case that is %s', (_, events, step) => {
    expect(planOf(events, '2026-04-22 10:01').fields.next_step).toBe(step);
  });

  it('a complaint received at 23:30 UTC on wed_1_apr came on thu_2_apr in London', () => {
    const late = event('received', '2026-04-02 00:30', { channel: 'email' });
    expect(planOf([late], '2026-04-02 00:31').fields.received).toBe('2026-04-02');
  });
});

describe('the native due time', () => {
  it('is the last second of the due day, or the last instant of hours', () => {
    expect(planOf([received, acknowledged], '2026-04-02 10:01').dueAt).toBe(at('2026-04-10') - 1000);
    expect(withFacts(held).dueAt).toBe(at('2026-04-02 15:00'));
  });

  it('is none where nothing is open', () => {
    expect(planOf([received, acknowledged, updated, responded], '2026-04-20 10:01').dueAt).toBeNull();
  });
});

describe('the tags', () => {
  const events = [received, acknowledged];
  const tagsAt = (now: string, history: Partial<History> = {}) => [...withHistory(events, now, history).tags];
  const [soon, overdue] = ['complaint_due_soon', 'complaint_overdue'];

  it.each([
    ['2026-04-07 23:59', []],
    ['2026-04-08 00:00', [soon]],
    ['2026-04-09 23:59', [soon]],
    ['2026-04-10 00:00', [overdue]],
  ])('at %s', (now, tags) => {
    expect(tagsAt(now)).toEqual(tags);
  });

  it('one that a person took off since is not put back', () => {
    expect(tagsAt('2026-04-08 12:00', { removedAt: new Map([[soon, at('2026-04-08 09:00')]]) })).toEqual([]);
    expect(tagsAt('2026-04-08 12:00', { removedAt: new Map([[soon, at('2026-04-08')]]) })).toEqual([]);
    expect(tagsAt('2026-04-10 12:00', { removedAt: new Map([[overdue, at('2026-04-10 09:00')]]) })).toEqual(
      [],
    );
  });

  it('one that was taken off on an earlier occasion is', () => {
    expect(tagsAt('2026-04-08 12:00', { removedAt: new Map([[soon, at('2026-04-01')]]) })).toEqual([soon]);
    expect(tagsAt('2026-04-10 12:00', { removedAt: new Map([[soon, at('2026-04-08 09:00')]]) })).toEqual([
      overdue,
    ]);
  });

  it('by post, on a refused channel, for a person', () => {
    const { requester } = sendable;
    expect([...withFacts({ requester: { ...requester, hasAddress: false } }).tags]).toEqual([
      'complaint_post_required',
    ]);
    expect([...planOf([phoned], '2026-04-01 15:01').tags]).toEqual(['complaint_channel_refused']);
    expect([...withFacts(held).tags]).toEqual(['complaint_needs_person']);
  });

  it('none once the case is over', () => {
    expect([...planOf([received, event('withdrawn', '2026-04-02 09:00')], '2026-06-01').tags]).toEqual([]);
  });
});

describe('the notes', () => {
  it('are those that have not been written yet', () => {
    const plan = (notes: string[]) =>
      withHistory([received, acknowledged], '2026-04-08 09:00', { notes: new Set(notes) });
    expect(plan([]).notes.map(({ key }) => key)).toEqual(['due_soon:ask4.update:2026-04-09']);
    expect(plan(['due_soon:ask4.update:2026-04-09']).notes).toEqual([]);
    expect(plan(['due_soon:ask4.response:2026-04-09']).notes).toHaveLength(1);
  });

  it('a held acknowledgement is told of as a mark', () => {
    expect(withFacts(held).notes).toMatchObject([{ code: 'needs_person', mark: { code: 'burst' } }]);
    expect(withFacts(held).marks).toEqual([{ code: 'burst', since: received.recordedAt }]);
  });
});

describe('when to look again', () => {
  it.each([
    ['2026-04-02 10:01', at('2026-04-08')],
    ['2026-04-08 00:00', at('2026-04-10')],
    ['2026-04-10 00:00', undefined],
  ])('with the update open at %s', (now, next) => {
    expect(planOf([received, acknowledged], now).nextLookAt).toBe(next);
  });

  it('at a change that comes before the delivery is looked for', () => {
    const first = { id: 'ack', after: 'received', doneBy: ['acknowledged'], send: 'acknowledgement' };
    const policy = policyOf([
      { ...first, within: '24 hours' },
      { id: 'response', after: 'received', within: '2 hours', doneBy: ['responded'] },
    ]);
    const halfAMinuteBefore = at('2026-04-01 16:00') - 30_000;
    const plan = planOf([received], '2026-04-01', { policy, now: halfAMinuteBefore });
    expect(plan.send.kind).toBe('send');
    expect(plan.notes).toEqual([]);
    expect(plan.nextLookAt).toBe(at('2026-04-01 16:00'));
  });

  it('a second later where notes wait for the acknowledgement to be out', () => {
    const now = at('2026-04-02 11:00');
    const mark = { removedAt: new Map(), tagRemovals: [at('2026-04-01 16:00')], notes: new Set<string>() };
    const plan = planOf([received], '2026-04-02 11:00', { history: mark });
    expect(plan.send.kind).toBe('send');
    expect(plan.notes.map(({ code }) => code)).toEqual(['tag_restored']);
    expect(plan.nextLookAt).toBe(now + 1000);
  });
});

describe('older complaints are taken in silently', () => {
  const facts = { ...sendable, liveSince: at('2026-04-02') };
  const plan = planOf([received, acknowledged], '2026-04-08 09:00', { facts });

  it('nothing is sent and no note written, not even at due soon', () => {
    expect(plan.notes).toEqual([]);
    expect(planOf([received], '2026-04-02 12:00', { facts })).toMatchObject({
      send: { kind: 'nothing' },
      notes: [],
    });
  });

  it('but dates, stage and tags are set', () => {
    expect(plan.fields).toMatchObject({ stage: 'complaint_stage_acknowledged', update_due: '2026-04-09' });
    expect([...plan.tags]).toEqual(['complaint_due_soon']);
  });
});

describe('removing formal_complaint by hand is no event', () => {
  const removed = (times: number, events = [received, acknowledged]) =>
    withHistory(events, '2026-04-03 12:00', {
      tagRemovals: Array.from({ length: times }, (_, index) => at('2026-04-03 09:00') + index),
    });

  it('it is put back once with a note', () => {
    expect(removed(0).restoreTag).toBe(false);
    expect(removed(1).restoreTag).toBe(true);
    expect(removed(1).notes.map(({ code }) => code)).toEqual(['tag_restored']);
    expect(removed(1).kase.stage).toBe('acknowledged');
  });

  it('removed again, a person decides', () => {
    expect(removed(2).restoreTag).toBe(false);
    expect(removed(2).marks.map(({ code }) => code)).toEqual(['tag_removed_twice']);
    expect([...removed(2).tags]).toEqual(['complaint_needs_person']);
    expect(removed(2).deadlines).toEqual(removed(0).deadlines);
  });

  it('not where the case is over', () => {
    expect(removed(1, [received, event('withdrawn', '2026-04-02 09:00')]).restoreTag).toBe(false);
    expect(removed(1, [received, event('closed', '2026-04-02 09:00', { byHand: true })]).restoreTag).toBe(
      false,
    );
  });
});

describe('the calendar in the record', () => {
  it('reaches from a week before the receipt to 45 days beyond the last due date', () => {
    const { calendar } = planOf([received, acknowledged], '2026-04-02 10:01').record;
    expect([calendar.from, calendar.until]).toEqual(['2026-03-25', '2026-06-04']);
    expect(calendar.off.map(({ date }) => date)).toEqual([
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
    ]);
  });

  it('and beyond the recording of an old letter that is held', () => {
    const letter = event('received', '2026-01-05 09:00', {
      channel: 'letter',
      recordedAt: at('2026-06-01 09:00'),
    });
    const { calendar } = planOf([letter], '2026-06-01 09:01', { facts: { ...sendable, ...held } }).record;
    expect(calendar.until).toBe('2026-07-16');
  });
});
