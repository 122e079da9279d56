import pg from 'pg';
import { type Logger, pino } from 'pino';
import { type Demo, type DemoOptions, startDemo } from '../../../demo/demo.ts';
import { until } from '../../../demo/until.ts';
import { testDatabase } from '../../../support/postgres.ts';
import { type Customers, createCustomers } from './customers.ts';
import { ANNA, PRIYA, TOM } from './people.ts';
import { type Change, type Person, signInAs, type TicketNow } from './person.ts';
import { createTraces, type Traces } from './traces.ts';

/** Thursday before Good Friday. */
const START = '2026-04-02T09:00:00Z';

/** An account with the service at work on it, and the people who use it. */
export interface World extends Customers, Traces {
  readonly demo: Demo;
  readonly databaseUrl: string;
  readonly tom: Person;
  readonly anna: Person;
  readonly priya: Person;
  /** Waits until the service has taken in all that happened to a ticket. */
  settled(id: number): Promise<TicketNow>;
  /** Wakes the service for a ticket, not by webhook, and waits for the look. */
  lookAgain(id: number): Promise<TicketNow>;
  /** Does something of which no webhook tells the service. */
  unseen(work: () => Promise<void>): Promise<void>;
  /** A ticket from a new customer, recorded and acknowledged. */
  acknowledged(changes?: Change): Promise<number>;
  /** Asks the ledger's database. */
  sql(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** Wakes this near are still a part of what is going on. */
const SOON = 5_000;

/** Whether the service has nothing to do for a ticket now, by its wakes. */
async function isQuiet({ demo, sql }: Pick<World, 'demo' | 'sql'>, ticketId: number): Promise<boolean> {
  const { sandbox } = demo;
  if (sandbox.deliveries().some((one) => one.ticketId === ticketId && one.state === 'waiting')) return false;
  const [row] = await sql('select wake_at from wakes where ticket_id = $1', [ticketId]);
  const at = row?.wake_at;
  return !(at instanceof Date) || at.getTime() > sandbox.clock.now() + SOON;
}

type Doing = Pick<World, 'settled' | 'lookAgain' | 'unseen' | 'acknowledged'>;
type Parts = Pick<World, 'demo' | 'tom' | 'priya' | 'sql'> & Customers;

function createDoing(parts: Parts): Doing {
  const { demo, tom, priya } = parts;
  const { clock } = demo.sandbox;
  const doing: Doing = {
    settled: async (id) => {
      await until(
        `the service is done with ticket ${id}`,
        async () => (await isQuiet(parts, id)) || undefined,
      );
      return tom.ticket(id);
    },
    lookAgain: async (id) => {
      await demo.service.ledger.wake([{ ticketId: id, at: clock.now() }]);
      return doing.settled(id);
    },
    unseen: async (work) => {
      const path = `triggers/${demo.account.triggerId}`;
      await priya.call('PUT', path, { trigger: { active: false } });
      try {
        await work();
      } finally {
        await priya.call('PUT', path, { trigger: { active: true } });
      }
    },
    acknowledged: async (changes = {}) => {
      const id = await parts.letter(changes);
      await parts.record(id);
      // Otherwise the service waits until the second of the stamp has passed: a second for every test.
      clock.advance(1_000);
      await doing.settled(id);
      return id;
    },
  };
  return doing;
}

/** Starts a world of its own for a test file; `settings` are the service's, by the names of its environment. `now`: its clock. */
export async function startWorld(
  settings: DemoOptions['settings'] = {},
  log: Logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  now = START,
): Promise<World> {
  const database = await testDatabase();
  const demo = await startDemo({
    now,
    latencyMs: 0,
    app: false,
    database: async () => database,
    log,
    // A test does in a minute what an account sees in hours.
    settings: { QUIET_MS: '100', RATE_SHARE: '100', ...settings },
  });
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  const sql: World['sql'] = async (statement, values = []) => (await db.query(statement, values)).rows;
  const { url } = demo.sandbox;
  const [tom, anna, priya] = [
    await signInAs(url, TOM),
    await signInAs(url, ANNA),
    await signInAs(url, PRIYA),
  ];
  const parts = { demo, tom, priya, sql, ...createCustomers(url, tom, priya) };
  return {
    ...parts,
    ...createTraces(demo, tom),
    ...createDoing(parts),
    anna,
    databaseUrl: database.url,
    stop: async () => {
      await db.end();
      await demo.stop();
    },
  };
}
