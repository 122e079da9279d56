import { z } from 'zod';
import { isPreset, PRESETS, type Preset, type PresetName } from './presets.ts';
import { FaultError, matchShape, readAs } from './read-rule.ts';
import type { FaultMatch, FaultRule } from './rule.ts';

/** What can be said about a fault when it is switched on by name. */
export interface PresetOptions {
  /** How long it lasts, in minutes of the account's clock; until it is switched off if absent. */
  minutes?: number | undefined;
  /** A wait in milliseconds: real ones for requests, the account's for lags. */
  ms?: number | undefined;
  /** Seconds of a `Retry-After`. */
  retryAfterS?: number | undefined;
  /** What becomes of webhook calls in an outage. */
  mode?: 'lost' | 'late' | undefined;
  /** 0 to 1: which part is struck. */
  share?: number | undefined;
  times?: number | undefined;
  skip?: number | undefined;
  match?: FaultMatch | undefined;
}

/** A named fault that was asked for, with what its options and its defaults say. */
export interface AskedPreset {
  name: PresetName;
  minutes: number | undefined;
  ms: number | undefined;
  retryAfterS: number | undefined;
  mode: 'lost' | 'late';
  /** Which requests it strikes, and how often. */
  reach: Pick<FaultRule, 'match' | 'share' | 'times' | 'skip'>;
}

const optionsShape = z.strictObject({
  minutes: z.number().positive().max(525_600).optional(),
  ms: z.number().min(0).max(86_400_000).optional(),
  retryAfterS: z.int().min(0).max(86_400).optional(),
  mode: z.enum(['lost', 'late']).optional(),
  share: z.number().min(0).max(1).optional(),
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
  match: matchShape.optional(),
});

/** Reads what was asked of a named fault. @throws FaultError naming each field that is wrong */
export function readPreset(name: unknown, options: unknown): AskedPreset {
  if (!isPreset(name))
    throw new FaultError(
      `preset: there is none called ${JSON.stringify(name)}; there are ${Object.keys(PRESETS).join(', ')}`,
    );
  const read = readAs(optionsShape, options);
  const { kind, parameters }: Preset = PRESETS[name];
  const taken = [
    ...parameters.map((one) => one.name),
    ...(kind === 'requests' ? ['match', 'times', 'skip'] : []),
  ];
  const strange = Object.entries(read).filter(([key, value]) => value !== undefined && !taken.includes(key));
  if (strange.length > 0)
    throw new FaultError(strange.map(([key]) => `${key}: ${name} takes no such parameter`).join('\n'));
  const number = (key: 'ms' | 'retryAfterS') =>
    read[key] ?? parameters.flatMap((one) => (one.name === key ? [one.default ?? undefined] : []))[0];
  return {
    name,
    minutes: read.minutes,
    ms: number('ms'),
    retryAfterS: number('retryAfterS'),
    mode: read.mode ?? 'lost',
    reach: { match: read.match, share: read.share, times: read.times, skip: read.skip },
  };
}
