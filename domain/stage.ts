/**
 * Where a case stands. `refused`: came by a channel the policy does not take. `responded`: the formal response is
 * out and the customer may appeal. `ended`: withdrawn, or not a complaint after all.
 */
export const STAGES = [
  'received',
  'acknowledged',
  'updated',
  'responded',
  'refused',
  'appealed',
  'referred',
  'closed',
  'ended',
] as const;
export type Stage = (typeof STAGES)[number];
