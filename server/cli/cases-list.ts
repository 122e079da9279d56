import type { FailedLook } from '../ledger/index.ts';
import { type CasesCommand, type CasesIo, table, timeText, withTimes } from './cases-io.ts';

/** More than anybody reads; the dashboard has the whole register. */
const MOST = 1_000;

/** Also those of which there is no case yet. */
function printGivenUp(failed: readonly FailedLook[], print: CasesIo['print']): void {
  if (failed.length === 0) return;
  const lines = failed.map((one) => [
    String(one.ticketId),
    one.code,
    timeText(one.since),
    timeText(one.nextTryAt),
  ]);
  print(`\nGiven up, a person must help:\n${table([['ticket', 'code', 'since', 'next try'], ...lines])}`);
}

/** The cases of the ledger, those due first before the others. */
export const listCases: CasesCommand = async ({ all, json }, { ledger }, { print, tell }) => {
  const rows = await ledger.listCases({ open: !all, limit: MOST + 1 });
  const shown = rows.slice(0, MOST);
  if (json) print(JSON.stringify(withTimes(shown)));
  else if (shown.length === 0) print(all ? 'The ledger holds no case.' : 'No case is open.');
  else {
    const lines = shown.map((row) => [
      String(row.ticketId),
      row.stage,
      timeText(row.receivedAt),
      row.nextDuty ?? '-',
      timeText(row.nextDueAt),
      [...row.marks, ...(row.lostWhy ? [`lost: ${row.lostWhy}`] : [])].join(', ') || '-',
    ]);
    print(table([['ticket', 'stage', 'received', 'next duty', 'due', 'for a person'], ...lines]));
  }
  if (rows.length > MOST) tell(`Only the first ${MOST} are shown.`);
  if (!json) printGivenUp(await ledger.failedLooks(), print);
  return 0;
};
