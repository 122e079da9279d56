import { describe, expect, it } from 'vitest';
import { type SignedMessage, sign, signatureFault } from '../../server/http/signature.ts';

// Zendesk's published test secret and a check vector made with it.
const SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const TIMESTAMP = '2026-01-02T03:04:05Z';
const NOW = Date.parse(TIMESTAMP);
const HOUR = 3_600_000;

const message = (changes: Partial<SignedMessage> = {}): SignedMessage => ({
  signature: 'U/q5LXJzAOpARZCvSd07gpm5GplExocX4GqVPqpm+eM=',
  timestamp: TIMESTAMP,
  body: Buffer.from('{"ticket_id":"35436"}'),
  ...changes,
});

describe('a signature', () => {
  it('is good for the body and the time that it was made for', () => {
    expect(signatureFault(message(), [SECRET], NOW)).toBeUndefined();
    expect(sign(SECRET, TIMESTAMP, message().body)).toBe(message().signature);
  });

  it('is good by the previous secret as well', () => {
    expect(signatureFault(message(), ['new', SECRET], NOW)).toBeUndefined();
  });

  it.each([
    ['another body', { body: Buffer.from('{"ticket_id":"35437"}') }, 'wrong_signature'],
    ['another time', { timestamp: '2026-01-02T03:04:06Z' }, 'wrong_signature'],
    ['a shorter one', { signature: 'U/q5' }, 'wrong_signature'],
    ['none', { signature: undefined }, 'missing_signature'],
    ['an empty one', { signature: '' }, 'missing_signature'],
    ['no time', { timestamp: undefined }, 'missing_signature'],
    ['Unix seconds', { timestamp: '1767323045' }, 'malformed_timestamp'],
    ['no time at all', { timestamp: '2026-99-02T03:04:05Z' }, 'malformed_timestamp'],
  ] as const)('is refused: %s', (_title, changes, fault) => {
    expect(signatureFault(message(changes), [SECRET], NOW)).toBe(fault);
  });

  it('is refused by other secrets, and where there are none', () => {
    expect(signatureFault(message(), ['a', 'b'], NOW)).toBe('wrong_signature');
    expect(signatureFault(message(), [], NOW)).toBe('wrong_signature');
  });

  it('is good for an hour, before and after', () => {
    expect(signatureFault(message(), [SECRET], NOW + HOUR)).toBeUndefined();
    expect(signatureFault(message(), [SECRET], NOW - HOUR)).toBeUndefined();
    expect(signatureFault(message(), [SECRET], NOW + HOUR + 1)).toBe('stale_timestamp');
    expect(signatureFault(message(), [SECRET], NOW - HOUR - 1)).toBe('stale_timestamp');
  });
});
