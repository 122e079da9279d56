/** The calls that a minute of an account takes, by its plan, as Zendesk documents them. */
export interface PlanLimits {
  readonly plan: string;
  readonly calls: number;
  readonly updates: number;
}

export const PLANS: readonly [PlanLimits, ...PlanLimits[]] = [
  { plan: 'team', calls: 200, updates: 100 },
  { plan: 'professional', calls: 400, updates: 100 },
  { plan: 'enterprise', calls: 700, updates: 100 },
  { plan: 'enterprise_plus', calls: 2_500, updates: 300 },
];

/** What a new complaint costs: ticket, audits, macro and update, the last of which has a limit of its own. */
export const CALLS_EACH = 4;

const minutesFor = (calls: number, perMinute: number): number => Math.ceil(calls / perMinute) - 1;

/**
 * Minutes before which the last of so many complaints can't be acknowledged, however fast everything is. What the first
 * minute takes may be used up in its first moment, so a minute goes by for each further one that is needed: by all
 * calls together, or by the updates alone, whichever needs more.
 */
export function boundMinutes(complaints: number, { calls, updates }: PlanLimits): number {
  return Math.max(minutesFor(complaints * CALLS_EACH, calls), minutesFor(complaints, updates));
}
