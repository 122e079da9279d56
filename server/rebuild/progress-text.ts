import type { RebuildProgress } from '../ledger/index.ts';

function duration(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 2) return 'about a minute';
  if (minutes < 120) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}

/** "42% (1234 of 2938 tickets), about 17 minutes left; 2 fail so far" */
export function progressText({ done, all, failing }: RebuildProgress, leftMs: number | undefined): string {
  // Never 100% while something is left.
  const percent = all === 0 ? 100 : Math.floor((done / all) * 100);
  const left = leftMs === undefined || done === all ? '' : `, ${duration(leftMs)} left`;
  const failed = failing > 0 ? `; ${failing} can't be looked at so far` : '';
  return `${percent}% (${done} of ${all} tickets)${left}${failed}`;
}
