import type { Figure } from './figure.ts';

/** What of a figure its limit is held against. */
function limited({ limit, ours, ratio }: Figure): number | undefined {
  return limit?.of === 'ratio' ? ratio : ours;
}

/**
 * How far a figure is on the right side of its limit, as a factor: 1 stands on it, 2 is twice as good, 0.5 half as good.
 * Undefined where it has none, or is compared with nothing.
 */
export function headroom(figure: Figure): number | undefined {
  const value = limited(figure);
  if (!figure.limit || value === undefined) return undefined;
  const { is, value: limit } = figure.limit;
  return is === 'at least' ? value / limit : limit / value;
}

export function isMissed(figure: Figure): boolean {
  const factor = headroom(figure);
  return factor !== undefined && factor < 1;
}
