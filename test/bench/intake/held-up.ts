import { until } from '../../demo/until.ts';
import type { Figure } from '../figure.ts';
import type { BenchDatabase } from './database.ts';
import type { Load } from './load.ts';
import { SECRET, startRoute } from './routes.ts';

/** Far from the tickets of any other part. */
const FIRST_TICKET = 3_000_000_000;
const CONNECTIONS = 64;

/** Sends webhooks while nothing can be committed, ends the server there, and counts what it had acknowledged. */
async function acknowledgedMeanwhile(database: BenchDatabase, load: Load): Promise<number> {
  const route = await startRoute('durable', database.url);
  await database.sql('begin');
  try {
    await database.sql('lock table wakes in exclusive mode');
    const sending = load.run({
      ports: [route.port],
      connections: CONNECTIONS,
      secret: SECRET,
      count: CONNECTIONS,
      firstTicket: FIRST_TICKET,
      tickets: CONNECTIONS,
    });
    await until('a commit is held up', async () => {
      const [row] = await database.sql(
        "select count(*)::int as waiting from pg_locks where not granted and relation = 'wakes'::regclass",
      );
      return Number(row?.waiting) > 0 || undefined;
    });
    await route.end('SIGKILL');
    return (await sending).accepted.length;
  } finally {
    await route.end('SIGKILL');
    await database.sql('rollback');
  }
}

/** How many webhooks are acknowledged before their commit. Throws where one is. */
export async function heldUp(database: BenchDatabase, load: Load): Promise<Figure> {
  const acknowledged = await acknowledgedMeanwhile(database, load);
  if (acknowledged > 0)
    throw new Error(`${acknowledged} webhooks were acknowledged before they were committed`);
  return {
    name: 'acknowledged while Postgres could not commit',
    unit: 'webhooks',
    ours: acknowledged,
    limit: { is: 'at most', value: 0, of: 'ours' },
    runs: 1,
    range: [acknowledged, acknowledged],
    note: `${CONNECTIONS} connections waiting, the table locked, the server then killed`,
  };
}
