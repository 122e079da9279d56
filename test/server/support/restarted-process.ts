import { pino } from 'pino';
import { readConfig } from '../../../server/config.ts';
import { startService } from '../../../server/start.ts';

/*
 * The service in a process of its own, as `npm start` runs it, with an account that holds nothing to write: what comes
 * in is stored, looked at and settled.
 */
const read = readConfig();
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const service = await startService({
  config: read.config,
  log: pino({ level: 'silent' }),
  prepare: async () => ({
    webhookSecrets: () => ['shared'],
    look: async () => ({ nextLookAt: undefined, save: async () => {} }),
  }),
});
process.once('SIGTERM', async () => {
  await service.stop();
  process.exit(0);
});
