import type { PresetName } from '../sandbox/index.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenario.ts';

/** Something that goes wrong, and when on the account's clock. */
export type Trouble =
  | {
      readonly kind: 'account';
      readonly at: number;
      readonly preset: PresetName;
      readonly options: Readonly<Record<string, number | string | object>>;
    }
  /** The service is down for so long. */
  | { readonly kind: 'restart'; readonly at: number; readonly downMs: number }
  /** Every connection to Postgres is cut. */
  | { readonly kind: 'database'; readonly at: number };

const MINUTE = 60_000;
/** Calls of programs with a token: the service's, not those of the people at their desks. */
const PROGRAM = { match: { caller: 'program' } } as const;
const UPDATES = { match: { caller: 'program', endpoint: 'PUT /api/v2/tickets/:id' } } as const;

type Made = Pick<Extract<Trouble, { kind: 'account' }>, 'preset' | 'options'>;
type Make = (random: Random) => Made | readonly Made[];

const strikes =
  (preset: PresetName, more: (random: Random) => Record<string, number> = () => ({})): Make =>
  (random) => ({
    preset,
    options: {
      ...(random.chance(0.4) ? UPDATES : PROGRAM),
      minutes: random.between(1, 20),
      share: random.pick([0.1, 0.3, 0.6, 1]),
      times: random.whole(1, 6),
      ...more(random),
    },
  });

const lasts =
  (
    preset: PresetName,
    most: number,
    more: (random: Random) => Record<string, number | string> = () => ({}),
  ): Make =>
  (random) => ({ preset, options: { minutes: random.between(1, most), ...more(random) } });

const MAKES: readonly [Make, ...Make[]] = [
  strikes('rate-limit', (random) => ({ retryAfterS: random.whole(1, 30) })),
  strikes('unavailable', (random) => ({ retryAfterS: random.whole(1, 30) })),
  strikes('unavailable'),
  strikes('server-error'),
  strikes('bad-gateway'),
  strikes('reset-before'),
  strikes('reset-after'),
  strikes('reset-after'),
  strikes('timeout-before'),
  strikes('timeout-after'),
  strikes('timeout-after'),
  strikes('slow', () => ({ ms: 100 })),
  strikes('malformed'),
  strikes('database-conflict'),
  strikes('forbidden'),
  strikes('macro-missing'),
  lasts('stale-reads', 20, (random) => ({ ms: random.whole(1_000, 15_000) })),
  lasts('search-lag', 60, (random) => ({ ms: random.whole(10_000, 120_000) })),
  lasts('webhook-outage', 120, () => ({ mode: 'lost' })),
  lasts('webhook-outage', 360, () => ({ mode: 'lost' })),
  lasts('webhook-outage', 60, () => ({ mode: 'late' })),
  lasts('webhook-duplicates', 240, () => ({ share: 0.7 })),
  lasts('webhook-reordering', 120, () => ({ ms: 300 })),
  lasts('notifications-off', 10),
  // The reply to an update is lost, and reading again shows the ticket as it was before.
  ...(['reset-after', 'timeout-after', 'malformed'] as const).map(
    (preset): Make =>
      (random) => [
        { preset, options: { ...UPDATES, minutes: 5, times: random.whole(1, 2) } },
        { preset: 'stale-reads', options: { minutes: 5, ms: random.whole(10_000, 40_000) } },
      ],
  ),
  () => ({ preset: 'token-revoked', options: {} }),
  () => ({ preset: 'token-expired', options: {} }),
];

/** Where something happens, so that the trouble meets it; a moment before it, as a rule. */
function instants({ stories }: Scenario): number[] {
  return stories.flatMap(({ deeds }) =>
    deeds.flatMap(({ kind, at }) =>
      kind === 'recorded' || kind === 'updated' || kind === 'responded' ? [at] : [],
    ),
  );
}

/** All that goes wrong, from the seed alone: more than every second step of a complaint meets something. */
export function createTroubles(random: Random, scenario: Scenario): Trouble[] {
  const troubles = instants(scenario).flatMap((at): Trouble[] => {
    if (!random.chance(0.6)) return [];
    const from = at - random.between(0, 20) * 1_000;
    return [random.pick(MAKES)(random)].flat().map((made) => ({ kind: 'account', at: from, ...made }));
  });
  const span = scenario.end - scenario.start;
  const restarts = Math.max(2, Math.round(span / (36 * 60 * MINUTE)));
  for (let number = 0; number < restarts; number += 1) {
    const at = scenario.start + random.between(0, span);
    troubles.push({ kind: 'restart', at, downMs: random.between(0.1, 90) * MINUTE });
    troubles.push({ kind: 'database', at: scenario.start + random.between(0, span) });
  }
  return troubles.filter(({ at }) => at > scenario.start && at < scenario.end).sort((a, b) => a.at - b.at);
}
