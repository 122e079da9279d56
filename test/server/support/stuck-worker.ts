import { pino } from 'pino';
import { systemClock } from '../../../server/clock.ts';
import { startJobs } from '../../../server/jobs/index.ts';
import { openLedger } from '../../../server/ledger/index.ts';

/** A process that begins a look and never ends it; to be killed. Says so on its output. */
const databaseUrl = process.argv[2] ?? '';
const ledger = await openLedger({ databaseUrl, onError: () => {} });
await startJobs({
  databaseUrl,
  ledger,
  clock: systemClock,
  log: pino({ level: 'silent' }),
  look: ({ ticketId }) => {
    process.stdout.write(`looking at ${ticketId}\n`);
    return new Promise(() => {});
  },
});
