import { describe, expect, it } from 'vitest';
import { acknowledged, received } from '../easter.ts';
import { at, caseOf, event } from '../support.ts';
import { whys } from './story.ts';

describe('the receipt', () => {
  it('is the first that was recorded; a second is refused', () => {
    const again = event('received', '2026-04-01 09:00', { recordedAt: at('2026-04-08 09:00') });
    const kase = caseOf([again, received]);
    expect(kase.received).toBe(received);
    expect(whys([again, received])).toEqual([['received', 'already_received']]);
  });

  it('in the future is refused, and the moment of recording taken', () => {
    const future = event('received', '2026-04-05 09:00', { recordedAt: at('2026-04-02 09:00') });
    expect(caseOf([future]).received.at).toBe(at('2026-04-02 09:00'));
    expect(whys([future])).toEqual([['received', 'in_future']]);
  });

  it('at the moment of recording is no future', () => {
    expect(caseOf([received]).refused).toEqual([]);
  });

  it('may lie before the recording, and a reply between the two counts', () => {
    const letter = event('received', '2026-04-01 15:00', { recordedAt: at('2026-04-03 09:00') });
    expect(caseOf([letter, acknowledged]).stage).toBe('acknowledged');
  });

  it.each([
    ['email', 'email'],
    ['letter', 'letter'],
    ['fax', 'other'],
    ['constructor', 'other'],
    [undefined, 'other'],
  ])('by %s is a case by %s', (channel, name) => {
    const by = event('received', '2026-04-01 15:00', channel === undefined ? {} : { channel });
    expect(caseOf([by])).toMatchObject({ channel: name, accepted: true });
  });
});
