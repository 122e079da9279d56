import { describe, expect, it } from 'vitest';
import { shareBeside } from '../../../server/provision/rate-share.ts';

describe('the share of the rate limit for provisioning', () => {
  it.each([
    [50, 25],
    [80, 20],
    [100, 5],
    [10, 25],
  ])('beside a service with %i percent is %i', (service, own) => {
    expect(shareBeside(service)).toBe(own);
  });
});
