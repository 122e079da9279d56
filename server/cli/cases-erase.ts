import { UsageError } from '../command/usage-error.ts';
import { ticketsOf } from './case-tickets.ts';
import type { CasesCommand } from './cases-io.ts';

function remains(tickets: readonly number[], requesterId: number | undefined): string[] {
  const user = requesterId === undefined ? 'The requester' : `User ${requesterId}, the requester,`;
  return [
    `In Zendesk there remain the tickets ${tickets.join(', ')}: conversation, history, fields, tags and the clock record.`,
    '  To remove them: delete each ticket, then delete it for good under Views > Deleted tickets; or redact single',
    '  comments with "Redact" in the conversation.',
    `${user} remains as well: delete the user in Customers, then for good by DELETE /api/v2/deleted_users/{id}.`,
    'The database backups of this service hold the case until they expire: ids, times and codes, no names or texts.',
  ];
}

/**
 * Takes a case out of the ledger for good; the service leaves its tickets alone from now on, and a rebuild doesn't
 * bring it back.
 */
export const eraseCase: CasesCommand = async ({ ticketId = 0, yes, json }, parts, { print, tell, ask }) => {
  const { ledger, clock } = parts;
  const { home, all, others, complete } = await ticketsOf(ticketId, parts);
  const row = (await ledger.readCase(home))?.row;
  const state = row ? `stage ${row.stage}` : 'the ledger holds no case of it';
  const open =
    row && row.closedAt === null ? ' The case is OPEN: nobody will be warned of its deadlines any more.' : '';
  if (!yes) {
    const answer = await ask(`Erase the case of ticket ${home} (${state}) for good?${open}`);
    if (answer === undefined) throw new UsageError('There is nobody to ask: add --yes to erase.');
    if (!answer) return 1;
  }
  const at = clock.now();
  await ledger.transaction((tx) => ledger.buryCase(tx, home, { ticketIds: all, at, why: 'erased' }));
  // Their tickets may have shown the one that was erased.
  if (others.length > 0) await ledger.wake(others.map((id) => ({ ticketId: id, at })));
  if (!complete)
    tell(
      'Zendesk could not be asked for all follow-ups and merged tickets: erase those by their own numbers, too.',
    );
  if (others.length > 0)
    tell(
      `On these tickets go on the cases of ${others.join(', ')} as well, which stay: erase them by their numbers.`,
    );
  if (json) print(JSON.stringify({ erased: home, tickets: all, requesterId: row?.requesterId ?? null }));
  else
    for (const line of [`Erased: the case of ticket ${home}.`, ...remains(all, row?.requesterId)])
      print(line);
  return 0;
};
