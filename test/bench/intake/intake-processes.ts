import type { BenchOptions, Figure } from '../figure.ts';
import type { BenchDatabase } from './database.ts';
import type { Load } from './load.ts';
import { type Route, SECRET, startRoute } from './routes.ts';
import { besideOne, type Round } from './side-by-side.ts';
import { expectStored } from './stored.ts';

interface IntakeOptions {
  readonly database: BenchDatabase;
  readonly load: Load;
  readonly connections: number;
}

/** Far from the tickets of any other part. */
const FIRST_TICKET = 2_000_000_000;

/** Webhooks accepted by several processes on one Postgres, beside one. Throws where one is acknowledged and not stored. */
export async function intakeProcesses(
  { database, load, connections }: IntakeOptions,
  { quick }: BenchOptions,
): Promise<Figure[]> {
  const counts = quick ? [1, 2] : [1, 2, 4];
  const [webhooks, times] = quick ? [200, 1] : [10_000, 5];
  const routes: Route[] = [];
  let firstTicket = FIRST_TICKET;
  const send = async (processes: number): Promise<number> => {
    const ports = routes.slice(0, processes).map(({ port }) => port);
    const order = { ports, connections, secret: SECRET, count: webhooks, firstTicket, tickets: webhooks };
    firstTicket += webhooks;
    const done = await load.run(order);
    if (done.others > 0) throw new Error(`${done.others} webhooks were not acknowledged`);
    await expectStored(database, done.accepted);
    return webhooks / done.seconds;
  };
  try {
    for (let index = 0; index < Math.max(...counts); index += 1)
      routes.push(await startRoute('durable', database.url));
    // So that all are warm.
    await send(routes.length);
    const rounds: Round[] = [];
    for (let round = 0; round < times; round += 1) {
      const order = round % 2 === 0 ? counts : counts.toReversed();
      const measured = new Map<number, number>();
      for (const count of order) measured.set(count, await send(count));
      rounds.push(measured);
    }
    const note = `${connections} connections in all; processes, Postgres and load share the machine's cores`;
    return besideOne(rounds, { what: 'webhooks', note });
  } finally {
    for (const route of routes) await route.end();
  }
}
