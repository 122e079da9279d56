import { describe, expect, it } from 'vitest';
import type { History } from '../../../domain/marks.ts';
import { acknowledged, received } from '../easter.ts';
import { at, event, planOf, sendable } from '../support.ts';
import { held, phoned, withFacts, withHistory } from './story.ts';

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
