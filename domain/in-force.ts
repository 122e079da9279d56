import { type Instant, localDateAt } from './local-date.ts';
import type { Policy, Regime } from './policy.ts';

/** What decides which regimes a complaint falls under. */
export interface Standing {
  readonly channel: string;
  readonly flags: readonly string[];
  /** Whether the policy takes the channel, or an exception was made. */
  readonly accepted: boolean;
  /** When the complaint was first made, by whatever way. */
  readonly firstMadeAt: Instant;
}

function isMeant({ applies }: Regime, { channel, flags }: Standing): boolean {
  if (!applies) return true;
  return (
    (applies.flags ?? []).some((flag) => flags.includes(flag)) || (applies.channels ?? []).includes(channel)
  );
}

/** The regimes that run on a complaint, in the policy's order. A rule holds by the date the complaint was first made. */
export function regimesInForce(policy: Policy, standing: Standing): Regime[] {
  const made = localDateAt(standing.firstMadeAt, policy.timeZone);
  const running: Regime[] = [];
  for (const regime of policy.regimes) {
    const { from, until } = regime.inForce;
    const holds = (from === undefined || from <= made) && (until === undefined || made <= until);
    const counts = standing.accepted || regime.onRefusedChannel;
    if (holds && counts && isMeant(regime, standing)) running.push(regime);
  }
  return running;
}
