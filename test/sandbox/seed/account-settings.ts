import type { AccountSettings } from '../account/account.ts';
import { isPlan, PLAN_LIMITS } from '../account/plans.ts';
import type { SeedFile } from './seed-file.ts';
import { seedFaults } from './seed-schema.ts';

/** Number of the account, as webhooks name it. */
const ACCOUNT_ID = 11_223_344;

/**
 * The account's settings, from the seed and an overriding plan.
 * @throws Error for a plan there is none of, and for a seed that is none, with the path of every fault
 */
export function settingsOf(seed: SeedFile, plan: string | undefined): AccountSettings {
  const faults = seedFaults(seed);
  if (faults.length > 0) throw new Error(`The seed is not as it should be:\n  ${faults.join('\n  ')}`);
  const given = seed.account ?? {};
  const wanted = plan ?? given.plan ?? 'enterprise';
  if (!isPlan(wanted))
    throw new Error(`"${wanted}" is no plan; use one of ${Object.keys(PLAN_LIMITS).join(', ')}.`);
  return {
    id: ACCOUNT_ID,
    subdomain: given.subdomain ?? 'sandbox',
    name: given.name ?? 'Sandbox',
    locale: given.locale ?? 'en-GB',
    ...(given.locales ? { locales: given.locales } : {}),
    timezone: given.timezone ?? 'Europe/London',
    plan: wanted,
    email_ccs: given.email_ccs ?? false,
    tagging: given.tagging ?? true,
  };
}
