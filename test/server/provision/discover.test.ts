import { afterEach, describe, expect, it } from 'vitest';
import { type AccountObjects, discoverAccount, provision } from '../../../server/provision/index.ts';
import { createZendesk } from '../../../server/zendesk/index.ts';
import { PEOPLE, SETTINGS, startAccount, startProvisioned, type TestAccount } from './account.ts';

let account: TestAccount;
/** Begins with all of ours in the account. */
async function begin(): Promise<AccountObjects> {
  const started = await startProvisioned();
  account = started;
  return started.objects;
}
afterEach(() => account.sandbox.stop());

describe('discovering the account', () => {
  it('says of each object that is missing how to make it', async () => {
    account = await startAccount();
    const found = await discoverAccount(account.rest);
    if (found.ok) throw new Error('found objects in an empty account');
    expect(found.missing).toHaveLength(22 + 13 + 1 + 1 + 5);
    for (const { message } of found.missing) expect(message).toContain('npm run provision -- apply');
    expect(found.missing.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['field:record', 'webhook', 'view:today']),
    );
  });

  it('finds everything by its mark, whatever it is called by now', async () => {
    const made = await begin();
    await account.rest.put(`ticket_fields/${made.fields.stage}`, {
      ticket_field: { title: 'Somewhere else' },
    });
    await account.rest.put(`macros/${made.macros.response_upheld}`, { macro: { title: 'Final word' } });
    expect(await discoverAccount(account.rest)).toEqual({ ok: true, account: made });
    expect(made.serviceUserId).toBe(PEOPLE.service);
    expect(made.signingSecret).not.toBe('');
  });

  it('needs no more than the scope of the service', async () => {
    const made = await begin();
    const { url: baseUrl, clientId, clientSecret } = account.sandbox;
    const service = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read tickets:write' });
    expect(await discoverAccount(service.rest)).toEqual({ ok: true, account: made });
    await expect(
      provision(service.rest, { ...SETTINGS, publicUrl: 'https://moved.example' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes a signing secret that it is given, and then reads no webhooks', async () => {
    const made = await begin();
    const before = account.sandbox.requests().length;
    const found = await discoverAccount(account.rest, { signingSecret: 'given' });
    expect(found).toEqual({ ok: true, account: { ...made, signingSecret: 'given' } });
    const asked = account.sandbox
      .requests()
      .slice(before)
      .map(({ path }) => path);
    expect(asked.filter((path) => path.includes('webhooks'))).toEqual([]);
  });

  it('refuses a trigger that would wake the service at its own updates, or not at all', async () => {
    account = await startAccount();
    const { triggerId } = await provision(account.rest, { ...SETTINGS, serviceUserId: PEOPLE.agent });
    expect(await discoverAccount(account.rest)).toMatchObject({
      ok: false,
      missing: [{ key: 'trigger:look', message: expect.stringContaining(`user ${PEOPLE.service}`) }],
    });
    await begin();
    await account.rest.put(`triggers/${triggerId}`, { trigger: { active: false } });
    expect(await discoverAccount(account.rest)).toMatchObject({
      ok: false,
      missing: [{ key: 'trigger:look', message: expect.stringContaining('switched off') }],
    });
  });
});
