import type { ZendeskRest } from '../zendesk/port.ts';
import { applyPlan } from './apply.ts';
import { type AccountObjects, discoverAccount } from './discover.ts';
import { planAccount } from './plan.ts';
import type { ProvisionSettings } from './plan-types.ts';

/**
 * Plans, applies and finds in one go, without asking: for the demo, tests and scripts. Rejects with a ZendeskError,
 * with ProvisionBlocked, or where something is still missing afterwards.
 */
export async function provision(rest: ZendeskRest, settings: ProvisionSettings): Promise<AccountObjects> {
  await applyPlan(rest, await planAccount(rest, settings));
  const found = await discoverAccount(rest, { serviceUserId: settings.serviceUserId });
  if (found.ok) return found.account;
  throw new Error(
    `Provisioning left gaps:\n${found.missing.map(({ message }) => `- ${message}`).join('\n')}`,
  );
}
