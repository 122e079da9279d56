import pg from 'pg';
import { type Logger, pino } from 'pino';
import { type Demo, type DemoOptions, startDemo } from '../../../demo/demo.ts';
import { until } from '../../../demo/until.ts';
import { keepConfiguration } from '../../../support/configuration.ts';
import { ledgerDatabase } from '../../../support/postgres.ts';
import { type Customers, createCustomers } from './customers.ts';
import { ANNA, PRIYA, TOM } from './people.ts';
import { type Change, type Person, signInAs, type TicketNow } from './person.ts';
import { createTraces, type Traces } from './traces.ts';

/**
 * Only the first world of a process is provisioned from nothing, on either clock: what was made on the machine's would
 * be of the future on an account's own.
 */
const configurations = { 'own clock': keepConfiguration(), "machine's clock": keepConfiguration() };

/** Thursday before Good Friday. */
const START = '2026-04-02T09:00:00Z';

/** An account with the service at work on it, and the people who use it. */
export interface World extends Customers, Traces {
  readonly demo: Demo;
  readonly databaseUrl: string;
  readonly tom: Person;
  readonly anna: Person;
  readonly priya: Person;
  /** Waits until the service has taken in all that happened to a ticket; the clock is moved over what it would wait for. */
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
/** Zendesk's stamps have whole seconds. */
const SECOND = 1_000;

interface Parts extends Pick<World, 'demo' | 'tom' | 'priya' | 'sql'>, Customers {
  /** Whether the account's clock may be moved: not where processes go by the machine's. */
  readonly isMovable: boolean;
}

/** When the service will look at a ticket; undefined where it has nothing planned. */
async function nextLook({ sql }: Parts, ticketId: number): Promise<number | undefined> {
  const [row] = await sql(
    'select greatest(wake_at, quiet_until) as next from wakes where ticket_id = $1 and wake_at is not null',
    [ticketId],
  );
  return row?.next instanceof Date ? row.next.getTime() : undefined;
}

/** Whether the service has nothing to do for a ticket now, by its wakes. What it will do soon is due at once. */
async function isQuiet(parts: Parts, ticketId: number): Promise<boolean> {
  const { clock, deliveries } = parts.demo.sandbox;
  if (deliveries().some((one) => one.ticketId === ticketId && one.state === 'waiting')) return false;
  const next = await nextLook(parts, ticketId);
  if (next === undefined || next > clock.now() + SOON) return true;
  // No look is under way: it would be due.
  if (parts.isMovable) clock.advance(Math.max(0, next - clock.now()));
  return false;
}

type Doing = Pick<World, 'settled' | 'lookAgain' | 'unseen' | 'acknowledged'>;

function createDoing(parts: Parts): Doing {
  const { demo, tom, priya } = parts;
  const { clock } = demo.sandbox;
  const doing: Doing = {
    settled: async (id) => {
      // Otherwise the service waits until the second of the stamp has passed: a second for every test.
      if (parts.isMovable) clock.advance(SECOND);
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
      await doing.settled(id);
      return id;
    },
  };
  return doing;
}

/**
 * Starts a world of its own for a test file; `settings` are the service's, by the names of its environment.
 * @param goesBy the machine's clock, for processes, which have no other, or one that is moved over what it would wait for
 */
export async function startWorld(
  settings: DemoOptions['settings'] = {},
  log: Logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  goesBy: keyof typeof configurations = 'own clock',
): Promise<World> {
  const isMovable = goesBy === 'own clock';
  const configuration = configurations[goesBy];
  const database = await ledgerDatabase();
  const demo = await startDemo({
    ...(isMovable ? { now: START } : { webhookRetryScale: 0.2 }),
    ...configuration.options(),
    latencyMs: 0,
    app: false,
    database: async () => database,
    log,
    // A test does in a minute what an account sees in hours.
    settings: { QUIET_MS: '100', RATE_SHARE: '100', ...settings },
  });
  configuration.keep(demo.sandbox);
  // It finds what a test does unseen, if it comes late: the next one is five minutes of the account's clock away.
  await until('the first sweep is done', async () => {
    const run = await demo.service.ledger.readRun('sweep');
    return run?.finishedAt ? true : undefined;
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
  const parts = { demo, tom, priya, sql, isMovable, ...createCustomers(url, tom, priya) };
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
