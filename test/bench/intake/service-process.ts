import { z } from 'zod';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startService } from '../../../server/start.ts';
import { createPrepare } from '../../../server/start-up/prepare.ts';
import { createWaits } from '../../../server/waits.ts';

/*
 * The service whose clock runs faster: told how fast and since when, so that it agrees with the account's clock. The
 * limit on calls, which counts in minutes, is then out of the way of what is measured.
 */
const [speed, realFrom, accountFrom] = z
  .tuple([z.coerce.number().positive(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));
const read = readConfig();
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const service = await startService({
  config: read.config,
  log: createLog('info'),
  clock: { now: () => accountFrom + (Date.now() - realFrom) * speed },
  waits: createWaits(speed),
  prepare: createPrepare({ tryScopes: false }),
});
process.once('SIGTERM', async () => {
  await service.stop();
  process.exit(0);
});
