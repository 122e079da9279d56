import { addDays, localDateAt } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { longestReach } from '../../domain/reach.ts';
import type { Config } from '../config.ts';
import type { Ledger } from '../ledger/index.ts';
import { knownUntil } from '../policies/calendars.ts';
import { readVersion } from '../version.ts';
import type { Prepared, ServiceParts } from './parts.ts';

/** What `/readyz` tells beside its checks: nothing of any ticket, and no secret. */
export interface AboutService {
  readonly version: string;
  /** Since the last sweep of any process that was completed; null before the first. On the product's clock. */
  readonly sweep: { readonly ageSeconds: number | null; readonly everySeconds: number };
  /** Of each policy: the last date whose public holidays are known, and the last that a complaint of today may need. */
  readonly calendars: readonly {
    readonly policy: string;
    readonly version: string;
    readonly knownUntil: string;
    readonly neededUntil: string;
  }[];
}

export interface AboutOptions extends Pick<ServiceParts, 'clock'> {
  readonly config: Pick<Config, 'sweepMinutes'>;
  readonly ledger: Pick<Ledger, 'readRun'>;
  readonly prepared: Pick<Prepared, 'promises'>;
}

function coverageOf(policy: Policy, now: number): AboutService['calendars'][number] {
  const { id, version, timeZone } = policy;
  const today = localDateAt(now, timeZone);
  const neededUntil = addDays(today, longestReach(policy).days);
  return { policy: id, version, knownUntil: knownUntil(now, policy), neededUntil };
}

/** Rejects where the ledger can't be read. */
export async function aboutService(options: AboutOptions): Promise<AboutService> {
  const { clock, config, ledger, prepared } = options;
  const now = clock.now();
  const run = await ledger.readRun('sweep');
  const finishedAt = run?.finishedAt ?? null;
  const ageMs = finishedAt === null ? null : Math.max(0, now - finishedAt);
  return {
    version: await readVersion(),
    sweep: {
      ageSeconds: ageMs === null ? null : Math.round(ageMs / 1_000),
      everySeconds: config.sweepMinutes * 60,
    },
    calendars: (prepared.promises?.policies ?? []).map((policy) => coverageOf(policy, now)),
  };
}
