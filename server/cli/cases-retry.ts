import type { CasesCommand } from './cases-io.ts';

/** Has tickets looked at again at once, by whatever service runs on this database. */
export const retry: CasesCommand = async ({ ticketId, json }, { ledger, clock }, { print }) => {
  const failed = await ledger.failedLooks();
  const tickets = ticketId === undefined ? failed.map((one) => one.ticketId) : [ticketId];
  const at = clock.now();
  await ledger.wake(tickets.map((id) => ({ ticketId: id, at })));
  if (json) print(JSON.stringify({ woken: tickets }));
  else if (tickets.length === 0) print('No look has failed for good.');
  else print(`To be looked at now, or as soon as the service runs: ${tickets.join(', ')}`);
  return 0;
};
