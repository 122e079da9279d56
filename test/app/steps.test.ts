import { describe, expect, test } from 'vitest';
import { capsOf, stepsOf } from '../../app/sidebar/model/steps.ts';
import { type ClockRecord, createCalendar, type Policy, projectNow } from '../../domain/index.ts';
import { inGermany, reading } from './support/reading.ts';
import { at, calendar, policy, recordOf } from './support/records.ts';

function stepsAt(record: ClockRecord, now: string, reader = {}) {
  const deadlines = projectNow(record.deadlines, createCalendar(calendar), record.counting, at(now));
  return stepsOf(record, deadlines, reading(now, reader)).map(({ label, state, when, note }) =>
    [label, state, when, note].filter(Boolean).join(' | '),
  );
}

describe('the steps of a case', () => {
  test('on track: open steps are nouns, done steps participles, what hangs on others is at the latest', () => {
    const record = recordOf(
      { kind: 'received', on: '2026-04-08T12:05:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-04-08T12:05:00Z' },
    );
    expect(stepsAt(record, '2026-04-09T09:12:00Z')).toEqual([
      'Received | done | Wed 8 Apr, 13:05',
      'Acknowledged | done | Wed 8 Apr, 13:05',
      'Status update | current | Mon 13 Apr',
      'Formal response | coming | Wed 22 Apr | at the latest; earlier if you update earlier',
    ]);
    expect(stepsAt(record, '2026-04-09T09:12:00Z', inGermany)).toEqual([
      'Eingegangen | done | Mi., 8. Apr., 14:05',
      'Bestätigt | done | Mi., 8. Apr., 14:05',
      'Zwischenstand | current | Mo., 13. Apr.',
      'Abschließende Antwort | coming | Mi., 22. Apr. | spätestens; je nach Zwischenstand früher',
    ]);
  });

  test('overdue: what hangs on the late step is counted from today', () => {
    const record = recordOf(
      { kind: 'received', on: '2026-03-31T15:22:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-04-01T07:14:00Z' },
    );
    expect(stepsAt(record, '2026-04-09T09:12:00Z').slice(2)).toEqual([
      'Status update | current | Yesterday',
      'Formal response | coming | Mon 20 Apr | if the update goes out today',
    ]);
  });

  test('answered at once: the update was not needed', () => {
    const record = recordOf(
      { kind: 'received', on: '2026-03-23T09:14:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-03-23T09:14:00Z' },
      { kind: 'responded', on: '2026-03-25T14:48:00Z', outcome: 'upheld' },
    );
    expect(stepsAt(record, '2026-04-09T09:12:00Z').slice(2)).toEqual([
      'Status update | skipped | Not needed: a later message covered it',
      'Responded | done | Wed 25 Mar',
    ]);
  });

  test('sent late: the words say so', () => {
    const record = recordOf(
      { kind: 'received', on: '2026-03-23T09:14:00Z', channel: 'form' },
      { kind: 'acknowledged', on: '2026-03-25T09:14:00Z' },
    );
    expect(stepsAt(record, '2026-03-25T10:00:00Z')[1]).toBe(
      'Acknowledged | done | Wed 25 Mar, 09:14 | Sent late',
    );
  });

  test('a duty without words of ours is called as the policy calls it', () => {
    const record = recordOf({ kind: 'received', on: '2026-04-08T12:05:00Z', channel: 'form' });
    const [first] = record.deadlines;
    if (!first) throw new Error('nothing is owed');
    const other = { ...record, deadlines: [{ ...first, duty: 'call_back' }] };
    expect(stepsAt(other, '2026-04-08T13:00:00Z')[1]).toBe('call back | current | Thu 9 Apr, 13:05');
  });

  test('a regulator’s limit stands apart and says that nothing moves it', () => {
    const record = recordOf({ kind: 'received', on: '2026-04-08T12:05:00Z', channel: 'form' });
    const now = reading('2026-04-09T09:12:00Z');
    expect(stepsOf(record, record.deadlines, now).map(({ label }) => label)).not.toContain('ADR letter');
    expect(capsOf(record.deadlines, now, policy)).toMatchObject([
      { label: 'Ofcom limit: ADR letter', when: 'Wed 20 May', note: 'Cannot be extended' },
    ]);
  });

  test('a limit is called by its authority as the policy names it, and by none where that is not known', () => {
    const record = recordOf({ kind: 'received', on: '2026-04-08T12:05:00Z', channel: 'form' });
    const now = reading('2026-04-09T09:12:00Z');
    const labels = (known?: Policy) => capsOf(record.deadlines, now, known).map(({ label }) => label);
    const regimes = policy.regimes.map((one) => ({
      ...one,
      ...(one.authority ? { authority: 'ComReg' } : {}),
    }));
    expect(labels({ ...policy, regimes })).toEqual(['ComReg limit: ADR letter']);
    expect(labels()).toEqual(['Limit: ADR letter']);
  });
});
