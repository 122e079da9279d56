import { describe, expect, it } from 'vitest';
import { type NoteOccasions, notesFor } from '../../domain/notes.ts';
import { at, caseOf, deadlinesFor, event } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');

function notes(events: readonly ReturnType<typeof event>[], now: string, parts: Partial<NoteOccasions> = {}) {
  return notesFor({
    kase: caseOf(events),
    deadlines: deadlinesFor(events),
    marks: [],
    send: { kind: 'nothing' },
    restoreTag: false,
    now: at(now),
    ...parts,
  });
}

describe('at due soon one note', () => {
  it('that names the deadline, with a key of its due date', () => {
    expect(notes([received, acknowledged], '2026-04-08 00:00')).toMatchObject([
      { code: 'due_soon', key: 'due_soon:ask4.update:2026-04-09', deadline: { duty: 'update' } },
    ]);
  });

  it.each(['2026-04-07 23:59', '2026-04-10 00:00'])('not at %s', (now) => {
    expect(notes([received, acknowledged], now)).toEqual([]);
  });
});

describe('a complaint recorded after its 24 hours', () => {
  const letter = event('received', '2026-04-01 15:00', { recordedAt: at('2026-04-07 09:00') });
  const late = event('acknowledged', '2026-04-07 09:01');

  it('has one note, whenever it is looked at', () => {
    for (const now of ['2026-04-07 09:01', '2026-04-08 09:00'])
      expect(notes([letter, late], now)).toMatchObject([
        { code: 'acknowledged_late', key: 'acknowledged_late:ask4.acknowledgement' },
      ]);
  });

  it('recorded in time and acknowledged late has none', () => {
    expect(notes([received, late], '2026-04-07 09:01')).toEqual([]);
  });

  it('of a later duty that was done late has none', () => {
    const recordedLater = { ...letter, recordedAt: at('2026-04-20 09:00') };
    const update = event('updated', '2026-04-15 09:00');
    expect(notes([recordedLater, acknowledged, update], '2026-04-20 09:01')).toEqual([]);
  });

  it('recorded at its last instant in time has none, a millisecond later one', () => {
    const recorded = (recordedAt: number) => [{ ...letter, recordedAt }, late];
    expect(notes(recorded(at('2026-04-02 15:00')), '2026-04-07 09:01')).toEqual([]);
    expect(notes(recorded(at('2026-04-02 15:00') + 1), '2026-04-07 09:01')).toHaveLength(1);
  });
});

describe('other notes', () => {
  const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

  it('on a refused channel', () => {
    expect(notes([phoned], '2026-04-01 15:00')).toEqual([
      { code: 'channel_refused', key: 'channel_refused' },
    ]);
    const exception = event('exception', '2026-04-01 15:00', { auditId: phoned.auditId });
    expect(notes([phoned, exception], '2026-04-01 15:00')).toEqual([]);
  });

  it('by post', () => {
    expect(notes([received], '2026-04-01 15:01', { send: { kind: 'by_post' } })).toEqual([
      { code: 'post_required', key: 'post_required' },
    ]);
  });

  it('when the complaint tag is put back', () => {
    expect(notes([received], '2026-04-01 15:01', { restoreTag: true })).toEqual([
      { code: 'tag_restored', key: 'tag_restored' },
    ]);
  });

  it('for each mark, with a key of its occasion', () => {
    const mark = { code: 'burst' as const, since: at('2026-04-01 15:00') };
    expect(notes([received], '2026-04-01 15:01', { marks: [mark] })).toEqual([
      { code: 'needs_person', key: 'needs_person:burst:2026-04-01T14:00:00.000Z', mark },
    ]);
  });
});
