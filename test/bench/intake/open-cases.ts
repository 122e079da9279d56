import { openLedger, type WholeCase } from '../../../server/ledger/index.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { generateHistory } from '../../support/history/history.ts';
import type { BenchDatabase } from './database.ts';

/** Of so many complaints of three years some are open now. */
const HISTORY = 3_000;

function renumbered(whole: WholeCase, ticketId: number): WholeCase {
  return { ...whole, row: { ...whole.row, ticketId, currentTicketId: ticketId } };
}

/** Makes a ledger of open cases in an empty database, for tickets from `firstTicket` on, each with a look that is planned. */
export async function fillOpenCases(
  { url, sql }: BenchDatabase,
  { firstTicket, count }: { readonly firstTicket: number; readonly count: number },
): Promise<void> {
  const ledger = await openLedger({ databaseUrl: url, onError: () => {} });
  await ledger.close();
  const open = generateHistory(HISTORY).filter(({ row }) => row.closedAt === null);
  const cases = Array.from({ length: count }, (_, index) => {
    const one = open[index % open.length];
    if (!one) throw new Error('no case of the history is open');
    return renumbered(one, firstTicket + index);
  });
  await fillLedger(url, cases);
  await sql(
    "insert into wakes (ticket_id, wake_at) select ticket_id, now() + interval '1 day' from cases on conflict do nothing",
  );
}
