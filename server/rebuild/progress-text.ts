import type { RebuildProgress } from '../ledger/index.ts';
import type { Recovered } from './recover-deleted.ts';

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

/** Why deleted tickets could not be looked at. */
function whyUnseen(why: Recovered['why']): string {
  if (why === 'forbidden')
    return "Zendesk shows them to administrators only, which the service's seat is not";
  if (why !== undefined) return `Zendesk's answer can't be used (${why})`;
  return 'Zendesk exports a ticket a minute after its deletion, and not all of them; --again looks once more';
}

/** What a person should know of deleted tickets; nothing where there is nothing to say. */
export function recoveredLines({ cases, neverSeen, unseen, why }: Recovered): string[] {
  const count = unseen === undefined ? 'how many is not known' : String(unseen);
  return [
    ...(cases > 0 ? [`cases of deleted tickets, brought back from their clock records: ${cases}`] : []),
    ...(neverSeen > 0 ? [`of these deleted before the service had looked at them: ${neverSeen}`] : []),
    ...(unseen === 0
      ? []
      : [
          `deleted tickets that could not be looked at, be they complaints or not: ${count}. ${whyUnseen(why)}`,
        ]),
  ];
}
