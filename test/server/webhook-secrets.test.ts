import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookSecrets } from '../../server/start-up/webhook-secrets.ts';
import { startWorld, type World } from './reconcile/support/world.ts';
import { testLog } from './support/log.ts';

const MINUTE = 60_000;

function secretsThat(read: () => Promise<string>) {
  let at = 1_000_000;
  let asked = 0;
  const told = testLog();
  const secrets = createWebhookSecrets({
    first: ['one'],
    read: () => {
      asked += 1;
      return read();
    },
    log: told.log,
    now: () => at,
  });
  return {
    secrets,
    told,
    asked: () => asked,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

describe('the signing secrets', () => {
  it('are read again at most once a minute, however many signatures fail', async () => {
    const { secrets, asked, pass } = secretsThat(async () => 'one');
    expect(await Promise.all([secrets.renew(), secrets.renew(), secrets.renew()])).toEqual([
      false,
      false,
      false,
    ]);
    expect(asked()).toBe(1);
    pass(MINUTE - 1);
    await secrets.renew();
    expect(asked()).toBe(1);
    pass(1);
    await secrets.renew();
    expect(asked()).toBe(2);
  });

  it('hold the one before for an hour, and no longer', async () => {
    const { secrets, pass, told } = secretsThat(async () => 'two');
    expect(await secrets.renew()).toBe(true);
    expect(secrets.current()).toEqual(['two', 'one']);
    pass(60 * MINUTE - 1);
    expect(secrets.current()).toEqual(['two', 'one']);
    pass(1);
    expect(secrets.current()).toEqual(['two']);
    expect(told.text()).not.toMatch(/"one"|"two"/);
  });

  it('stay as they are where the account can not be asked', async () => {
    const { secrets, told } = secretsThat(() => Promise.reject(new Error('down')));
    expect(await secrets.renew()).toBe(false);
    expect(secrets.current()).toEqual(['one']);
    expect(told.text()).toContain('could not be read again');
  });

  it('of the settings are never read from the account', async () => {
    const secrets = createWebhookSecrets({ first: ['now', 'before'], log: testLog().log });
    expect(await secrets.renew()).toBe(false);
    expect(secrets.current()).toEqual(['now', 'before']);
  });
});

describe('a secret that is reset in the account', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  it('costs no webhook', async () => {
    await world.acknowledged();
    await world.priya.call('POST', `webhooks/${world.demo.account.webhookId}/signing_secret`, {});
    const id = await world.acknowledged();
    const mine = world.demo.sandbox.deliveries().filter(({ ticketId }) => ticketId === id);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.map(({ state }) => state)).not.toContain('failed');
  });
});
