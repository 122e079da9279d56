import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applyPlan, type ProvisionSettings, planAccount } from '../../../server/provision/index.ts';
import { planText } from '../../../server/provision/report.ts';
import { SETTINGS, startAccount, type TestAccount } from './account.ts';

const SECRET = 'a secret of at least thirty-two characters';
const folder = fileURLToPath(new URL('../../..', import.meta.url));

let account: TestAccount;
afterEach(() => account.sandbox.stop());

const settings: ProvisionSettings = { ...SETTINGS, appSecret: SECRET };
const planNow = (changes: Partial<ProvisionSettings> = {}) =>
  planAccount(account.rest, { ...settings, ...changes });
const installed = z.object({ installations: z.tuple([z.looseObject({ settings: z.looseObject({}) })]) });
const settingsNow = async () =>
  installed.parse(await account.rest.get('apps/installations')).installations[0].settings;

describe('the app’s settings', () => {
  it('are filled in where the app is installed, the secret among them and never shown', async () => {
    account = await startAccount({ apps: [{ folder }] });
    const plan = await planNow();
    const app = plan.steps.filter(({ object }) => object.kind === 'app');
    expect(app).toMatchObject([{ object: { status: 'change', differences: [{}, {}, {}] } }]);
    expect(JSON.stringify(plan.objects) + planText(plan)).not.toContain(SECRET);
    await applyPlan(account.rest, { ...plan, steps: app });
    expect(await settingsNow()).toMatchObject({
      company: 'ASK4',
      service_url: 'https://clock.example',
      letterhead: 'ASK4\nASK4 Complaints\nSheffield',
    });
    // What is secure is named once it is set, without its value.
    expect(JSON.stringify(await account.rest.get('apps/installations'))).toContain(
      '"shared_secret","value":null',
    );
    expect((await planNow()).steps.filter(({ object }) => object.kind === 'app')).toEqual([]);
  });

  it('keep the company’s own words, and follow a service that has moved', async () => {
    const own = { company: 'Ask Four', letterhead: 'Own', service_url: 'https://old.example' };
    account = await startAccount({ apps: [{ folder, settings: own }] });
    const plan = await planNow();
    const app = plan.steps.filter(({ object }) => object.kind === 'app');
    expect(app.map(({ object }) => object.differences)).toEqual([
      [{ what: 'service_url', from: 'https://old.example', to: 'https://clock.example' }],
    ]);
    await applyPlan(account.rest, { ...plan, steps: app });
    expect(await settingsNow()).toMatchObject({ company: 'Ask Four', letterhead: 'Own' });
    const forced = await planNow({ force: ['app:settings'] });
    await applyPlan(account.rest, {
      ...forced,
      steps: forced.steps.filter(({ object }) => object.kind === 'app'),
    });
    expect(await settingsNow()).toMatchObject({ company: 'ASK4' });
  });

  it('are told where the app is not installed', async () => {
    account = await startAccount();
    expect((await planNow()).advice).toContainEqual(expect.stringContaining('The app is not installed yet'));
  });
});
