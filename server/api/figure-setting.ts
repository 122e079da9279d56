import type { Instant } from '../../domain/local-date.ts';
import { localDateAt } from '../../domain/local-date.ts';
import { type Month, monthOf } from '../../domain/months.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Promises } from '../policies/promises.ts';

/** What figures are made from. */
export interface FigureSetting {
  readonly ledger: Pick<Ledger, 'figures'>;
  readonly policies: readonly Policy[];
  readonly calendarFrom: Promises['calendarFrom'];
  readonly now: Instant;
}

/** Days and months of all figures are those of the first policy. */
export const zoneOf = ({ policies }: Pick<FigureSetting, 'policies'>): string =>
  policies[0]?.timeZone ?? 'UTC';

export const presentMonth = (setting: Pick<FigureSetting, 'policies' | 'now'>): Month =>
  monthOf(localDateAt(setting.now, zoneOf(setting)));

/** How many months a chart shows. */
export const CHART_MONTHS = 12;
