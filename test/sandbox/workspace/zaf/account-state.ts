import { timeZoneObject } from './time-zone.ts';

/** The account as `currentAccount` describes it. */
export interface AccountState {
  subdomain: string;
  planName: string;
  timeFormat: number;
  timeZone: Record<string, unknown>;
}

/** What the sandbox's server tells of the account; the plan as the seed writes it, `enterprise_plus`. */
export interface AccountFactsGiven {
  subdomain: string;
  plan: string;
  timezone: string;
}

export function accountState({ subdomain, plan, timezone }: AccountFactsGiven): AccountState {
  const planName = plan.replace(
    /(^|_)(\w)/g,
    (_match, gap: string, letter: string) => `${gap === '' ? '' : ' '}${letter.toUpperCase()}`,
  );
  return { subdomain, planName, timeFormat: 24, timeZone: timeZoneObject(timezone, null, new Date()) };
}
