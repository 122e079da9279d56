import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../domain/events.ts';
import { type History, marksOf } from '../../domain/marks.ts';
import type { SendDecision } from '../../domain/send.ts';
import { at, caseOf, event, noHistory } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const nothing: SendDecision = { kind: 'nothing' };

const marks = (
  events: readonly CaseEvent[],
  history: Partial<History> = {},
  decision: SendDecision = nothing,
) => marksOf(caseOf([received, ...events]), { ...noHistory, ...history }, decision);

describe('what only a person can put right', () => {
  it('nothing, as a rule', () => {
    expect(marks([])).toEqual([]);
    expect(marks([], {}, { kind: 'send' })).toEqual([]);
    expect(marks([], {}, { kind: 'by_post' })).toEqual([]);
  });

  it('an acknowledgement that is held, since the recording', () => {
    const late = event('received', '2026-03-01 09:00', { recordedAt: at('2026-04-01 15:00') });
    expect(marksOf(caseOf([late]), noHistory, { kind: 'held', why: 'burst' })).toEqual([
      { code: 'burst', since: at('2026-04-01 15:00') },
    ]);
  });

  it('a receipt in the future, since its recording', () => {
    const future = event('received', '2026-06-01 09:00', { recordedAt: at('2026-04-01 09:00') });
    expect(marksOf(caseOf([future]), noHistory, nothing)).toEqual([
      { code: 'received_in_future', since: at('2026-04-01 09:00') },
    ]);
  });

  it('an event that a person told of and that can not be', () => {
    const appealed = event('appealed', '2026-04-02 09:00', { byHand: true });
    expect(marks([appealed])).toEqual([
      {
        code: 'event_refused',
        refused: { kind: 'appealed', why: 'not_responded' },
        since: appealed.recordedAt,
      },
    ]);
  });

  it('not one that was read from a reply, nor a second receipt', () => {
    expect(marks([event('acknowledged', '2026-03-01 09:00'), event('received', '2026-04-03 09:00')])).toEqual(
      [],
    );
  });

  it('a ticket solved with an open duty, since the solving', () => {
    const solved = event('closed', '2026-04-02 09:00');
    expect(marks([solved])).toEqual([{ code: 'solved_with_open_duty', since: solved.at }]);
    expect(marks([solved, event('reopened', '2026-04-02 10:00')])).toEqual([]);
  });

  it('the tag removed again, since the second time', () => {
    const [first, second, third] = [at('2026-04-02'), at('2026-04-03'), at('2026-04-04')];
    expect(marks([], { tagRemovals: [first] })).toEqual([]);
    expect(marks([], { tagRemovals: [first, second] })).toEqual([
      { code: 'tag_removed_twice', since: second },
    ]);
    expect(marks([], { tagRemovals: [first, second, third] })).toEqual([
      { code: 'tag_removed_twice', since: second },
    ]);
  });

  it('an acknowledgement not delivered, and a value changed back', () => {
    const history = { notDeliveredAt: at('2026-04-02'), changedBackAt: at('2026-04-03') };
    expect(marks([], history)).toEqual([
      { code: 'not_delivered', since: at('2026-04-02') },
      { code: 'value_changed_back', since: at('2026-04-03') },
    ]);
  });

  it('each kind once, with its latest occasion; of what was refused each with its reason', () => {
    const refused = (when: string) => event('decided', when, { byHand: true });
    const why = { kind: 'decided', why: 'not_referred' };
    expect(marks([refused('2026-04-05 09:00'), refused('2026-04-02 09:00')])).toEqual([
      { code: 'event_refused', since: at('2026-04-02 09:00'), refused: why },
      { code: 'event_refused', since: at('2026-04-05 09:00'), refused: why },
    ]);
    const both = { notDeliveredAt: at('2026-04-02'), refusedCorrections: [] };
    expect(marks([], both)).toEqual([{ code: 'not_delivered', since: at('2026-04-02') }]);
  });

  it('a correction that does not count', () => {
    expect(marks([], { refusedCorrections: [{ at: at('2026-04-02'), why: 'no_reason' }] })).toEqual([
      {
        code: 'event_refused',
        since: at('2026-04-02'),
        refused: { kind: 'corrected', why: 'no_reason' },
      },
    ]);
  });

  it.each([
    ['fieldsRefusedAt', 'fields_refused'],
    ['twoComplaintsAt', 'two_complaints'],
    ['leftOutAt', 'tickets_left_out'],
    ['earlierGoneAt', 'earlier_ticket_gone'],
  ])('%s', (key, code) => {
    expect(marks([], { [key]: at('2026-04-02') })).toEqual([{ code, since: at('2026-04-02') }]);
  });
});
