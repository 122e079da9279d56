import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithMacros } from './account-with-macros.ts';

const { account, macro } = accountWithMacros();

describe('the API', () => {
  test('create, show, change, list, delete', async () => {
    const id = await macro([{ field: 'status', value: 'open' }], 'To be changed');
    const changed = await account.api.put(`/macros/${id}`, { macro: { title: 'Changed', active: false } });
    expect(changed.body).toMatchObject({
      macro: {
        id,
        title: 'Changed',
        active: false,
        description: '[mark]',
        actions: [{ field: 'status', value: 'open' }],
      },
    });
    expect((await account.api.get('/macros/search?query=changed')).body).toMatchObject({ count: 1 });
    expect((await account.api.delete(`/macros/${id}`)).status).toBe(204);
    expect((await account.api.get(`/macros/${id}`)).status).toBe(404);
  });

  test('a macro needs actions, and an agent only writes personal ones', async () => {
    expect((await account.api.post('/macros', { macro: { title: 'Empty', actions: [] } })).status).toBe(422);
    const agent = await sessionClient(account.sandbox, AGENT);
    const actions = [{ field: 'status', value: 'open' }];
    expect((await agent.post('/macros', { macro: { title: 'Shared', actions } })).status).toBe(403);
    expect(
      (
        await agent.post('/macros', {
          macro: { title: 'Mine', actions, restriction: { type: 'User', id: AGENT } },
        })
      ).status,
    ).toBe(200);
  });
});
