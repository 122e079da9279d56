import { expect } from 'vitest';
import { token } from '../../support/client.ts';
import { numberAt, textAt } from '../../support/read.ts';
import { startReceiver } from '../../support/receiver.ts';
import { SPAM } from '../../support/rich-seed.ts';
import { SERVICE } from '../../support/seed.ts';
import { GONE, type Tour } from './tour.ts';

export const account: Tour = async (run) => {
  expect(await run('accountsettings.show')).toMatchObject({ result: { tickets: {} } });
  const brands = await run('brand.list');
  const id = numberAt(brands, 'result.0.id');
  expect(await run('brand.show', id)).toMatchObject({ result: { brand: { id } } });
  const made = await run('brand.create', { brand: { name: 'Other', subdomain: 'other' } });
  const other = numberAt(made, 'result.brand.id');
  expect(await run('brand.update', { brand: { name: 'Another' } }, other)).toMatchObject({
    result: { brand: { name: 'Another' } },
  });
  expect(await run('brand.delete', other)).toMatchObject(GONE);
  await run('accountsettings.update', { settings: { tickets: { tagging: false } } });
  expect(await run('accountsettings.show')).toMatchObject({ result: { tickets: { tagging: false } } });
  for (const name of ['list', 'listForAgent', 'listPublicLocales'])
    expect(await run(`locales.${name}`)).not.toHaveLength(0);
  expect(await run('locales.showCurrent')).toMatchObject({ result: { locale: 'en-GB' } });
  expect(await run('locales.current')).toMatchObject({ result: { locale: 'en-GB' } });
};

export const webhooks: Tour = async (run, sandbox) => {
  const receiver = await startReceiver();
  try {
    const webhook = {
      name: 'Hook',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    };
    const id = textAt(await run('webhooks.create', { webhook }), 'result.id');
    expect(await run('webhooks.list')).toMatchObject([{ id }]);
    await run('webhooks.update', id, { webhook: { ...webhook, name: 'Other' } });
    await run('webhooks.patch', id, { webhook: { description: 'What for' } });
    expect(await run('webhooks.show', id)).toMatchObject({
      result: { name: 'Other', description: 'What for' },
    });
    const secret = textAt(await run('webhooks.getSigningSecret', id), 'result.signing_secret.secret');
    const next = textAt(await run('webhooks.resetSigningSecret', id), 'result.signing_secret.secret');
    expect(next).not.toBe(secret);
    await fireOnce(run, id);
    await expect.poll(() => sandbox.deliveries().at(-1)?.state).toBe('succeeded');
    const invocations = await run('webhooks.listInvocations', id);
    const invocation = textAt(invocations, 'result.invocations.0.id');
    expect(await run('webhooks.listInvocationAttempts', id, invocation)).toMatchObject({
      result: { attempts: [{ status_code: expect.anything() }] },
    });
    const spare = textAt(await run('webhooks.create', { webhook }), 'result.id');
    expect(await run('webhooks.delete', spare)).toMatchObject(GONE);
  } finally {
    await receiver.close();
  }
};

async function fireOnce(run: Parameters<Tour>[0], webhook: string): Promise<void> {
  const trigger = {
    title: 'Call',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }], any: [] },
    actions: [{ field: 'notification_webhook', value: [webhook, '{"ticket_id":"{{ticket.id}}"}'] }],
  };
  await run('triggers.create', { trigger });
  await run('tickets.update', 101, { ticket: { priority: 'high' } });
}

export const attachments: Tour = async (run, sandbox) => {
  const upload = async () => {
    const response = await fetch(`${sandbox.url}/api/v2/uploads?filename=a.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(sandbox)}`, 'content-type': 'text/plain' },
      body: 'A letter',
    });
    const made: unknown = await response.json();
    return { token: textAt(made, 'upload.token'), id: numberAt(made, 'upload.attachment.id') };
  };
  const { id } = await upload();
  expect(await run('attachments.show', id)).toMatchObject({ result: { attachment: { file_name: 'a.txt' } } });
  expect(await run('attachments.updateAttachmentForMalware', id, true)).toMatchObject({
    result: { attachment: { malware_access_override: true } },
  });
  expect(await run('attachments.deleteUpload', (await upload()).token)).toMatchObject(GONE);
};

export const oauth: Tour = async (run) => {
  const client = { name: 'Another', identifier: 'another_client', kind: 'confidential' };
  const made = await run('oauthclients.create', client);
  const id = numberAt(made, 'result.client.id');
  expect(await run('oauthclients.list')).toEqual(expect.arrayContaining([expect.objectContaining({ id })]));
  await run('oauthclients.update', id, { company: 'Acme' });
  expect(await run('oauthclients.show', id)).toMatchObject({ result: { client: { company: 'Acme' } } });
  const secret = textAt(await run('oauthclients.generateSecret', id), 'result.client.secret');
  expect(secret).not.toBe(textAt(made, 'result.client.secret'));
  const issued = await run('oauthtokens.create', { token: { client_id: id, scopes: ['read'] } });
  const token = numberAt(issued, 'result.id');
  expect(await run('oauthtokens.list')).toMatchObject([
    { tokens: expect.arrayContaining([expect.objectContaining({ id: token })]) },
  ]);
  expect(await run('oauthtokens.show', token)).toMatchObject({ result: { scopes: ['read'] } });
  expect(await run('oauthtokens.revoke', token)).toMatchObject(GONE);
  expect(await run('oauthtokens.current')).toMatchObject({ result: { user_id: SERVICE } });
  expect(await run('oauthclients.delete', id)).toMatchObject(GONE);
};

export const installations: Tour = async (run) => {
  const id = numberAt(await run('installations.list'), '0.id');
  const shown = await run('installations.show', id);
  expect(shown).toMatchObject({ result: { id, settings: { greeting: 'Hello' } } });
  expect(await run('installations.update', id, { settings: { greeting: 'Good day' } })).toMatchObject({
    result: { settings: { greeting: 'Good day' } },
  });
  expect(await run('installations.delete', id)).toMatchObject(GONE);
  const again = { app_id: numberAt(shown, 'result.app_id'), settings: { name: 'Probe' } };
  expect(await run('installations.create', again)).toMatchObject({ result: { enabled: true } });
};

export const suspended: Tour = async (run) => {
  expect(await run('suspendedtickets.list')).toHaveLength(4);
  expect(await run('suspendedtickets.show', SPAM)).toMatchObject({ result: { subject: 'Win now' } });
  await run('suspendedtickets.recover', SPAM);
  await run('suspendedtickets.recoverMany', [SPAM + 1]);
  expect(await run('search.queryAll', 'type:ticket Win')).toHaveLength(2);
  expect(await run('suspendedtickets.delete', SPAM + 2)).toMatchObject(GONE);
  expect(await run('suspendedtickets.destroyMany', [SPAM + 3])).toMatchObject(GONE);
  expect(await run('suspendedtickets.deleteMany', [SPAM + 3])).toMatchObject(GONE);
  expect(await run('suspendedtickets.list')).toEqual([]);
};

export const ratings: Tour = async (run, sandbox) => {
  const id = numberAt(await run('satisfactionratings.list'), '0.id');
  expect(await run('satisfactionratings.show', id)).toMatchObject({
    result: { satisfaction_rating: { score: 'good', comment: 'Quick' } },
  });
  // The library makes this call and throws what comes away.
  expect(await run('satisfactionratings.incremental', 1_500_000_000)).toBeUndefined();
  await expect.poll(() => sandbox.requests().at(-1)?.path).toContain('start_time=1500000000');
  // Only the requester may rate.
  const rating = { satisfaction_rating: { score: 'bad' } };
  await expect(run('satisfactionratings.create', 101, rating)).rejects.toThrow('Forbidden');
};
