import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../sandbox/index.ts';
import { controlOf } from '../support/control.ts';
import { listAt, textAt } from '../support/read.ts';
import { faultyAccount, PUT } from './faulty-account.ts';

const { account, put } = faultyAccount();

describe('over HTTP', () => {
  const control = controlOf(account);

  test('a rule is switched on, listed with its strikes, and switched off', async () => {
    const rule: FaultRule = {
      name: 'mine',
      match: PUT,
      effect: { kind: 'conflict', error: 'DatabaseConflict' },
    };
    const made = await control('POST', '/faults', rule);
    expect(made.status).toBe(201);
    expect((await put()).status).toBe(409);
    const listed = listAt((await control('GET', '/faults')).body, 'faults');
    expect(listed).toMatchObject([{ name: 'mine', struck: 1, endsAt: null, rule: { match: PUT } }]);
    const id = textAt(made.body, 'fault.id');
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(204);
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(404);
    expect((await put()).status).toBe(200);
  });

  test('all are switched off at once', async () => {
    await control('POST', '/faults', { preset: 'server-error' });
    await control('POST', '/faults', { preset: 'forbidden' });
    expect((await control('DELETE', '/faults')).status).toBe(204);
    expect(account.sandbox.faults.list()).toEqual([]);
    expect((await put()).status).toBe(200);
  });

  test.each([
    ['no effect', {}, /effect/],
    ['an unknown effect', { effect: { kind: 'magic' } }, /effect\.kind/],
    ['a status that is none', { effect: { kind: 'answer', status: 20 } }, /effect\.status/],
    ['a field that is none', { effect: { kind: 'malformed' }, often: 3 }, /often/],
    ['a share over 1', { effect: { kind: 'malformed' }, share: 30 }, /share/],
    ['a broken expression', { match: { path: '/(/' }, effect: { kind: 'malformed' } }, /match\.path/],
    [
      'an endpoint without its method',
      { match: { endpoint: '/tickets' }, effect: { kind: 'malformed' } },
      /match\.endpoint/,
    ],
    ['an unknown name', { preset: 'earthquake' }, /preset: .*earthquake.*rate-limit/],
    ['a parameter that the named one lacks', { preset: 'server-error', ms: 5 }, /ms: server-error/],
    ['a parameter out of bounds', { preset: 'slow', ms: -5 }, /ms/],
  ])('%s is refused by its name', async (_what, body, words) => {
    const refused = await control('POST', '/faults', body);
    expect(refused.status).toBe(422);
    expect(textAt(refused.body, 'description')).toMatch(words);
    expect(account.sandbox.faults.list()).toEqual([]);
  });
});
