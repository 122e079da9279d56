import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import type { BenchDatabase } from './database.ts';
import type { Load } from './load.ts';
import type { Loaded } from './load-messages.ts';
import { ROUTE_KINDS, type Route, type RouteKind, SECRET, startRoute } from './routes.ts';
import { expectStored } from './stored.ts';

interface Measured {
  readonly perSecond: number;
  readonly p99: number;
}

type Round = Readonly<Record<RouteKind, Measured>>;

export interface AcceptOptions {
  readonly database: BenchDatabase;
  readonly load: Load;
  readonly connections: number;
}

/** Requests of one run; an insert for each takes so much longer that a few of them tell as much. */
const counts = (quick: boolean): Readonly<Record<RouteKind, number>> =>
  quick ? { durable: 500, bare: 500, queue: 100 } : { durable: 10_000, bare: 10_000, queue: 2_000 };

/** A ticket of its own for every request of the whole bench. */
function createTickets() {
  let next = 1;
  return (count: number): number => {
    const first = next;
    next += count;
    return first;
  };
}

/** Sends so many, and makes sure that what was acknowledged is stored. */
async function run(
  route: Route,
  kind: RouteKind,
  count: number,
  options: AcceptOptions & { firstTicket: number },
) {
  const { load, database, connections, firstTicket } = options;
  const order = { ports: [route.port], connections, secret: SECRET, count, firstTicket, tickets: count };
  const done: Loaded = await load.run(order);
  if (done.others > 0) throw new Error(`${done.others} of ${count} webhooks were not acknowledged (${kind})`);
  if (kind === 'durable') await expectStored(database, done.accepted);
  return { perSecond: count / done.seconds, p99: done.p99 };
}

async function measure(routes: Readonly<Record<RouteKind, Route>>, options: AcceptOptions, quick: boolean) {
  const count = counts(quick);
  const firstOf = createTickets();
  const once = (kind: RouteKind) =>
    run(routes[kind], kind, count[kind], { ...options, firstTicket: firstOf(count[kind]) });
  const rounds: Round[] = [];
  // The first is thrown away: nothing is compiled and nothing connected before it.
  for (let round = quick ? 1 : 0; round <= (quick ? 1 : 7); round += 1) {
    const measured = new Map<RouteKind, Measured>();
    for (let turn = 0; turn < ROUTE_KINDS.length; turn += 1) {
      const kind = ROUTE_KINDS[(round + turn) % ROUTE_KINDS.length] ?? 'durable';
      measured.set(kind, await once(kind));
    }
    const [durable, bare, queue] = [measured.get('durable'), measured.get('bare'), measured.get('queue')];
    if (durable && bare && queue && round > 0) rounds.push({ durable, bare, queue });
  }
  return rounds;
}

function compared(rounds: readonly Round[], against: 'bare' | 'queue', of: keyof Measured) {
  const own = rounds.map(({ durable }) => durable[of]);
  return {
    ours: median(own),
    theirs: median(rounds.map((round) => round[against][of])),
    ratio: median(rounds.map((round) => round.durable[of] / round[against][of])),
    runs: rounds.length,
    range: rangeOf(own),
  };
}

function figuresOf(rounds: readonly Round[], connections: number): Figure[] {
  const figure = (
    name: string,
    against: 'bare' | 'queue',
    more: Pick<Figure, 'unit' | 'limit'> & { readonly of: keyof Measured },
  ): Figure => {
    const { theirs, ...measured } = compared(rounds, against, more.of);
    const rival =
      against === 'bare'
        ? 'the same route without storage'
        : 'the same route with a queue insert per request';
    const { unit, limit } = more;
    return { name, unit, ...measured, against: { name: rival, value: theirs }, ...(limit ? { limit } : {}) };
  };
  return [
    figure(`webhooks accepted and committed, ${connections} connections`, 'bare', {
      unit: 'webhooks/s',
      of: 'perSecond',
      limit: { is: 'at least', value: 0.8, of: 'ratio' },
    }),
    figure(`99 of 100 answered within, ${connections} connections`, 'bare', {
      unit: 'ms',
      of: 'p99',
      limit: { is: 'at most', value: 2, of: 'ratio' },
    }),
    figure(`webhooks accepted beside a queue, ${connections} connections`, 'queue', {
      unit: 'webhooks/s',
      of: 'perSecond',
      limit: { is: 'at least', value: 8, of: 'ratio' },
    }),
  ];
}

/**
 * Durable accepts beside the same route with nothing behind it, and with one queue insert per request. Each is a process
 * of its own and has its turn in every round, so that what else the machine does falls on all of them.
 */
export async function accepts(options: AcceptOptions, { quick }: BenchOptions): Promise<Figure[]> {
  const { url } = options.database;
  const [durable, bare, queue] = [
    await startRoute('durable', url),
    await startRoute('bare', url),
    await startRoute('queue', url),
  ];
  try {
    return figuresOf(await measure({ durable, bare, queue }, options, quick), options.connections);
  } finally {
    for (const route of [durable, bare, queue]) await route.end();
  }
}
