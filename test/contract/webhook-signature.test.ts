import { expect, test } from 'vitest';
import { sign } from '../sandbox/index.ts';

test("the signature agrees with Zendesk's public check vector", () => {
  const secret = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
  expect(sign(secret, '2026-01-02T03:04:05Z', '{"ticket_id":"35436"}')).toBe(
    'U/q5LXJzAOpARZCvSd07gpm5GplExocX4GqVPqpm+eM=',
  );
});
