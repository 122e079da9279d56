import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithRules, addTag, has, NO_TRIGGERS } from './rules.ts';

const { account, trigger } = accountWithRules(NO_TRIGGERS);

describe('the API', () => {
  test('naming conditions or actions replaces both; a title alone leaves them', async () => {
    const id = await trigger('old', [has('a')], addTag('b'), [has('c')]);
    await account.api.put(`/triggers/${id}`, { trigger: { title: 'new' } });
    expect((await account.api.get(`/triggers/${id}`)).body).toMatchObject({
      trigger: { title: 'new', conditions: { all: [has('a')], any: [has('c')] } },
    });
    const both = { conditions: { all: [has('z')] }, actions: addTag('y') };
    expect((await account.api.put(`/triggers/${id}`, { trigger: both })).body).toMatchObject({
      trigger: { conditions: { all: [has('z')], any: [] }, actions: addTag('y') },
    });
    expect(
      (await account.api.put(`/triggers/${id}`, { trigger: { conditions: { all: [has('q')] } } })).status,
    ).toBe(422);
  });

  test('plain agents read triggers and do not write them', async () => {
    const agent = await sessionClient(account.sandbox, AGENT);
    expect((await agent.get('/triggers')).status).toBe(200);
    expect((await agent.post('/triggers', { trigger: { title: 'x', actions: addTag('a') } })).status).toBe(
      403,
    );
  });

  test('delete and search', async () => {
    const id = await trigger('findable one', [has('a')], addTag('b'));
    expect((await account.api.get('/triggers/search?query=findable')).body).toMatchObject({ count: 1 });
    expect((await account.api.delete(`/triggers/${id}`)).status).toBe(204);
    expect((await account.api.get(`/triggers/${id}`)).status).toBe(404);
  });
});
