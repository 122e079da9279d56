import { dateAt, nthWorkingDayAfter } from '../domain/oracle.ts';
import { ENGLAND, ZONE } from './england.ts';
import type { Random } from './random.ts';

export type Way = 'email' | 'web' | 'letter' | 'phone';

/** What somebody does to a complaint's ticket. */
export type Deed =
  | { readonly kind: 'arrives' }
  /**
   * An agent records it: with the app's words, or by the bare tag. `meddled`: others edit it in the same moments.
   * `rushed`: between the service's reading and its writing an agent sends the update.
   */
  | {
      readonly kind: 'recorded';
      readonly bare: boolean;
      readonly meddled: boolean;
      readonly rushed: boolean;
    }
  | {
      readonly kind:
        | 'replies'
        | 'noted'
        | 'untagged'
        | 'appealed'
        | 'appeal_answered'
        | 'update_voided'
        | 'extended'
        | 'withdrawn'
        | 'posted';
    }
  | { readonly kind: 'updated'; readonly byMacro: boolean }
  | { readonly kind: 'responded'; readonly byMacro: boolean; readonly solved: boolean }
  | { readonly kind: 'solved' | 'merged' };

export type Planned = Deed & { readonly at: number };

export interface Story {
  readonly number: number;
  readonly way: Way;
  readonly german: boolean;
  readonly deeds: readonly Planned[];
}

export interface Scenario {
  readonly start: number;
  readonly end: number;
  readonly stories: readonly Story[];
}

export interface ScenarioOptions {
  readonly random: Random;
  readonly complaints: number;
  /** Working days. */
  readonly days: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times of the year at which counting is not the usual: Easter with the clocks going forward, autumn, Christmas, May. */
const SEASONS = [
  '2026-03-26T08:00:00Z',
  '2026-03-31T08:00:00Z',
  '2026-04-29T08:00:00Z',
  '2026-10-21T08:00:00Z',
  '2026-12-16T08:00:00Z',
] as const;

/** The same hour, or the next one at which somebody is at work; holidays are worked through by some. */
function atWork(instant: number, random: Random): number {
  const holidayToo = random.chance(0.1);
  let at = instant;
  for (;;) {
    const day = new Date(at).getUTCDay();
    const hour = new Date(at).getUTCHours();
    const off = ENGLAND.off.has(dateAt(at, ZONE)) && !holidayToo;
    if (day !== 0 && day !== 6 && !off && hour >= 8 && hour < 18) return at;
    at = hour < 8 || hour >= 18 ? at + HOUR : at + DAY;
  }
}

function recordedAfter(arrival: number, random: Random): number {
  const kind = random.next();
  if (kind < 0.6) return arrival + random.between(2, 90) * MINUTE;
  if (kind < 0.85) return atWork(arrival + random.between(0, 12) * HOUR, random);
  return arrival + random.between(20, 70) * HOUR;
}

function answered(recorded: number, random: Random): Planned[] {
  const deeds: Planned[] = [];
  const updated = atWork(recorded + random.between(0.2, 4.5) * DAY, random);
  const isUpdated = random.chance(0.75);
  if (isUpdated) deeds.push({ kind: 'updated', byMacro: random.chance(0.3), at: updated });
  if (isUpdated && random.chance(0.2))
    deeds.push({ kind: 'updated', byMacro: false, at: updated + random.between(4, 60) * HOUR });
  if (!random.chance(isUpdated ? 0.75 : 0.3)) return deeds;
  const responded = atWork(updated + random.between(1, 10) * DAY, random);
  deeds.push({ kind: 'responded', byMacro: random.chance(0.3), solved: random.chance(0.6), at: responded });
  if (random.chance(0.2)) deeds.push({ kind: 'solved', at: responded + random.between(1, 40) * HOUR });
  if (random.chance(0.25)) deeds.push({ kind: 'replies', at: responded + random.between(0.1, 7) * DAY });
  if (random.chance(0.15)) {
    const appealed = responded + random.between(1, 4) * DAY;
    deeds.push({ kind: 'appealed', at: appealed });
    if (random.chance(0.6))
      deeds.push({ kind: 'appeal_answered', at: appealed + random.between(1, 4) * DAY });
  }
  return deeds;
}

function disturbed(arrival: number, recorded: number, random: Random): Planned[] {
  const deeds: Planned[] = [];
  const some = (
    share: number,
    kind: 'replies' | 'noted' | 'untagged' | 'withdrawn' | 'merged',
    days: number,
  ) => {
    if (random.chance(share)) deeds.push({ kind, at: recorded + random.between(0, days) * DAY });
  };
  if (random.chance(0.15)) deeds.push({ kind: 'replies', at: random.between(arrival, recorded) });
  // In the very moments of the acknowledgement.
  if (random.chance(0.1)) deeds.push({ kind: 'replies', at: recorded + random.between(0, 3_000) });
  if (random.chance(0.1)) deeds.push({ kind: 'noted', at: recorded + random.between(0, 3_000) });
  // Somebody who is as quick as the service: their update is the acknowledgement, if it comes first.
  if (random.chance(0.12))
    deeds.push({ kind: 'updated', byMacro: random.chance(0.3), at: recorded + random.between(0, 1_200) });
  some(0.2, 'noted', 6);
  some(0.15, 'replies', 6);
  some(0.08, 'untagged', 8);
  some(0.03, 'withdrawn', 5);
  some(0.04, 'merged', 8);
  return deeds;
}

/** An update that turns out to have been none, or a response that takes longer; some say so too late. */
function secondThoughts(deeds: readonly Planned[], random: Random): Planned[] {
  const updated = deeds.find(({ kind }) => kind === 'updated')?.at;
  if (updated === undefined) return [];
  if (random.chance(0.15)) return [{ kind: 'update_voided', at: updated + random.between(0.1, 30) * HOUR }];
  return random.chance(0.3) ? [{ kind: 'extended', at: updated + random.between(0, 12) * DAY }] : [];
}

function wayOf(random: Random): Way {
  const kind = random.next();
  if (kind < 0.55) return 'email';
  if (kind < 0.85) return 'web';
  return kind < 0.96 ? 'letter' : 'phone';
}

function storyOf(number: number, random: Random, { start, end }: Pick<Scenario, 'start' | 'end'>): Story {
  const way = wayOf(random);
  const arrival = random.between(start, Math.max(start, end - 2 * HOUR));
  const recorded = recordedAfter(arrival, random);
  const byPost: Planned[] =
    way === 'letter' && random.chance(0.6)
      ? [{ kind: 'posted', at: atWork(recorded + random.between(0.5, 20) * HOUR, random) }]
      : [];
  const deeds: Planned[] = [
    { kind: 'arrives', at: arrival },
    {
      kind: 'recorded',
      bare: way !== 'letter' && way !== 'phone' && random.chance(0.3),
      meddled: random.chance(0.25),
      rushed: random.chance(0.12),
      at: recorded,
    },
    ...byPost,
    ...(way === 'phone' ? [] : answered(recorded, random)),
    ...disturbed(arrival, recorded, random),
  ];
  deeds.push(...secondThoughts(deeds, random.branch('second thoughts')));
  const inOrder = deeds.filter(({ at }) => at >= arrival && at < end).sort((a, b) => a.at - b.at);
  return { number, way, german: random.chance(0.35), deeds: inOrder };
}

/** All that people do, from the seed alone. */
export function createScenario({ random, complaints, days }: ScenarioOptions): Scenario {
  const start = Date.parse(random.pick(SEASONS));
  const end = Date.parse(`${nthWorkingDayAfter(dateAt(start, ZONE), days, ENGLAND)}T08:00:00Z`);
  const stories = Array.from({ length: complaints }, (_, index) =>
    storyOf(index + 1, random.branch(`complaint ${index + 1}`), { start, end }),
  );
  return { start, end, stories };
}
