import { describe, expect, it } from 'vitest';
import { caseOf, event } from '../support.ts';
import { solved } from './story.ts';

describe('a refused channel', () => {
  const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

  it('makes a case that is refused', () => {
    expect(caseOf([phoned])).toMatchObject({ stage: 'refused', accepted: false, channel: 'phone' });
  });

  it('is accepted by an exception, in the same audit or later', () => {
    const exception = event('exception', '2026-04-01 15:00', { auditId: phoned.auditId });
    expect(caseOf([exception, phoned])).toMatchObject({ stage: 'received', accepted: true });
    expect(caseOf([phoned, event('exception', '2026-04-02 09:00')])).toMatchObject({ stage: 'received' });
  });

  it('is closed when the ticket is solved', () => {
    expect(caseOf([phoned, solved])).toMatchObject({ stage: 'closed' });
    expect(caseOf([phoned, solved])).not.toHaveProperty('solvedEarlyAt');
  });

  it('on a ticket that was solved before owes nothing and is not solved early', () => {
    expect(caseOf([event('closed', '2026-04-01 10:00'), phoned])).not.toHaveProperty('solvedEarlyAt');
  });
});
