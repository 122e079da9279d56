import { describe, expect, it } from 'vitest';
import { overSince } from '../../../domain/index.ts';
import { acknowledged, received } from '../easter.ts';
import { caseOf, event, policyOf } from '../support.ts';
import { responded, solved, whole } from './story.ts';

describe('closed: the ticket is solved with no open duty, or metadata says so', () => {
  it('solving after the response closes', () => {
    expect(caseOf(whole)).toMatchObject({ stage: 'closed' });
    expect(caseOf(whole)).not.toHaveProperty('solvedEarlyAt');
    expect(overSince(caseOf(whole))).toBe(solved.at);
  });

  it('solving with an open duty closes nothing and says since when', () => {
    const early = event('closed', '2026-04-03 10:00');
    expect(caseOf([received, acknowledged, early])).toMatchObject({
      stage: 'acknowledged',
      solvedEarlyAt: early.at,
    });
    expect(overSince(caseOf([received, acknowledged, early]))).toBeUndefined();
  });

  it('the last duty done on a solved ticket closes', () => {
    const kase = caseOf([received, acknowledged, event('closed', '2026-04-03 10:00'), responded]);
    expect(kase.stage).toBe('closed');
    expect(overSince(kase)).toBe(responded.at);
  });

  it('a person may close with a duty open', () => {
    const byHand = event('closed', '2026-04-03 10:00', { byHand: true });
    expect(caseOf([received, acknowledged, byHand]).stage).toBe('closed');
  });

  it('a ticket that was solved before the tag came is solved early too', () => {
    const before = event('closed', '2026-04-01 10:00');
    expect(caseOf([before, received])).toMatchObject({ stage: 'received', solvedEarlyAt: received.at });
    expect(caseOf([before, event('reopened', '2026-04-01 11:00'), received])).not.toHaveProperty(
      'solvedEarlyAt',
    );
  });

  it('duties that hang on an appeal nobody made leave nothing open', () => {
    const policy = policyOf([
      { id: 'response', after: 'received', within: '8 weeks', doneBy: ['responded'] },
      { id: 'appeal', after: 'appealed', within: '20 working days', doneBy: ['appeal_responded'] },
      { id: 'letter', after: 'appeal_responded', within: '5 working days', doneBy: ['adr_letter_sent'] },
    ]);
    expect(caseOf([received, responded, solved], policy).stage).toBe('closed');
    const appealed = event('appealed', '2026-04-20 12:00');
    expect(caseOf([received, responded, appealed, solved], policy)).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: solved.at,
    });
  });
});

describe('a case goes on although its ticket stays solved', () => {
  const responded = event('responded', '2026-04-08 10:00');
  const solved = event('closed', '2026-04-08 10:00');
  const said = (kind: Parameters<typeof event>[0], when: string) => event(kind, when, { byHand: true });
  const appealed = said('appealed', '2026-04-20 10:00');

  it('with an appeal, until it is answered', () => {
    expect(caseOf([received, responded, solved]).stage).toBe('closed');
    const open = caseOf([received, responded, solved, appealed]);
    expect(open).toMatchObject({ stage: 'appealed', solvedEarlyAt: solved.at });
    const answered = said('appeal_responded', '2026-04-24 10:00');
    expect(caseOf([received, responded, solved, appealed, answered]).stage).toBe('closed');
  });

  it('with an appeal that nobody answers when the ticket is solved again', () => {
    const again = event('closed', '2026-04-21 10:00');
    expect(caseOf([received, responded, appealed, again])).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: again.at,
    });
  });

  it('with a deadlock, until the ADR letter has gone out', () => {
    const deadlock = said('deadlock', '2026-04-20 10:00');
    expect(caseOf([received, responded, solved, deadlock]).stage).toBe('responded');
    const letter = said('adr_letter_sent', '2026-04-20 15:00');
    expect(caseOf([received, responded, solved, deadlock, letter]).stage).toBe('closed');
  });

  it('but a person may close it in so many words', () => {
    const closed = said('closed', '2026-04-22 10:00');
    expect(caseOf([received, responded, solved, appealed, closed]).stage).toBe('closed');
  });
});
