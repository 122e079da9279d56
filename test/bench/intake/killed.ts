import { until } from '../../demo/until.ts';
import type { Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import type { BenchDatabase } from './database.ts';
import type { Load } from './load.ts';
import { SECRET, startRoute } from './routes.ts';
import { missingAmong } from './stored.ts';

export interface KilledOptions {
  readonly database: BenchDatabase;
  readonly load: Load;
  readonly times: number;
}

/** More than can be sent before the end. */
const COUNT = 20_000;
const FIRST_TICKET = 1_000_000_000;
/** So many are stored when the server is killed. */
const ENOUGH = 300;

interface Kept {
  readonly acknowledged: number;
  readonly stored: number;
}

async function killOnce({ database, load }: KilledOptions, time: number): Promise<Kept> {
  const route = await startRoute('durable', database.url);
  const firstTicket = FIRST_TICKET + time * COUNT;
  const order = {
    ports: [route.port],
    connections: 64,
    secret: SECRET,
    count: COUNT,
    firstTicket,
    tickets: COUNT,
  };
  const sending = load.run(order);
  try {
    await until('enough webhooks are stored', async () => {
      const [row] = await database.sql('select count(*)::int as stored from wakes where ticket_id >= $1', [
        firstTicket,
      ]);
      return Number(row?.stored) >= ENOUGH || undefined;
    });
  } finally {
    await route.end('SIGKILL');
  }
  const done = await sending;
  const acknowledged = done.accepted.length;
  return { acknowledged, stored: acknowledged - (await missingAmong(database, done.accepted)) };
}

/** Kills the server under full load, and looks for every webhook that it had acknowledged. Throws where one is not stored. */
export async function killed(options: KilledOptions): Promise<Figure> {
  const runs: Kept[] = [];
  for (let time = 0; time < options.times; time += 1) runs.push(await killOnce(options, time));
  const [acknowledged, stored] = [runs.map((run) => run.acknowledged), runs.map((run) => run.stored)];
  const lost = runs.filter((run) => run.stored < run.acknowledged).length;
  if (lost > 0) throw new Error(`in ${lost} of ${runs.length} runs webhooks were acknowledged and then lost`);
  return {
    name: 'stored when the server was killed under load',
    unit: 'webhooks',
    ours: median(stored),
    against: { name: 'those that it had acknowledged', value: median(acknowledged) },
    ratio: median(runs.map((run) => run.stored / run.acknowledged)),
    limit: { is: 'at least', value: 1, of: 'ratio' },
    runs: runs.length,
    range: rangeOf(stored),
  };
}
