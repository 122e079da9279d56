import type { Case } from '../api/cases.ts';
import { useBoard } from '../BoardContext.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { useZones } from '../names/use-zones.ts';
import type { RowWords } from './columns.tsx';

/** Names and words for the rows that are shown. */
export function useRowWords(rows: readonly Case[], { now, zone }: { now: number; zone: string }): RowWords {
  const { language, format } = useBoard();
  return {
    language,
    format,
    now,
    zoneOf: useZones(zone),
    subject: useNames(
      'ticket',
      rows.map(({ currentTicketId }) => currentTicketId),
    ),
    site: useNames(
      'organization',
      rows.map(({ organizationId }) => organizationId),
    ),
    owner: useNames(
      'user',
      rows.map(({ assigneeId }) => assigneeId),
    ),
    account: useAccountNames(),
  };
}
