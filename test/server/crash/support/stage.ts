import { until } from '../../../demo/until.ts';
import { type Call, lookCall } from '../../faults/support/faults.ts';
import { startWorld, type World } from '../../reconcile/support/world.ts';
import { type Ledgers, ledgersOf } from './ledgers.ts';
import { type OwnPostgres, ownPostgres } from './own-postgres.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';

/** Of each process. */
export const LOOKS_AT_ONCE = 4;

/** An account and a database, on the machine's clock; the service is a process that a test starts and kills. */
export interface CrashStage {
  readonly world: World;
  readonly postgres: OwnPostgres;
  /** One more process; the first one is where the account's webhooks go. */
  start(): Promise<ServiceProcess>;
  /** A customer's ticket, not recorded yet; the account is silent to that call of its look, before or after its work. */
  held(call: Call, when: 'before' | 'after'): Promise<Held>;
  /** Whatever is held is answered, and the database runs: as each test finds it. */
  letGo(): Promise<void>;
  /** The looks that are under way, by what the queue calls them. */
  underWay(): Promise<readonly string[]>;
  /** Looks of which nobody has been heard for as long as it takes to see that nobody is at them. */
  unheardOf(looks: readonly string[]): Promise<void>;
  /** How often the customer was written to: by the ticket's audits, and by mail. */
  sent(id: number): Promise<readonly [comments: number, mails: number]>;
  /** Resolves when the ledger says that these are acknowledged. */
  acknowledged(ids: readonly number[]): Promise<void>;
  /** The ledger as it stands, and as a rebuild makes it of nothing; both when nothing is left to do. */
  ledgers(ids: readonly number[]): Promise<Ledgers>;
  stop(): Promise<void>;
}

/** A call of a look to which the account is silent. */
export interface Held {
  readonly id: number;
  struck(): number;
  /** The next such call is answered; those before stay without an answer. */
  cease(): void;
  /** The same, and whoever still waits is answered. */
  letGo(): void;
}

async function heldTicket(world: World, call: Call, when: 'before' | 'after'): Promise<Held> {
  const id = await world.letter();
  const { promise, resolve } = Promise.withResolvers<void>();
  let struck = 0;
  const cease = world.demo.sandbox.faults.add(({ method, path, caller }) => {
    const asked = caller === 'program' ? lookCall(method, path) : undefined;
    if (asked?.ticketId !== id || asked.call !== call) return undefined;
    struck += 1;
    return { kind: 'silence', when, until: () => promise };
  });
  const letGo = (): void => {
    cease();
    resolve();
  };
  return { id, struck: () => struck, cease, letGo };
}

function settingsFor({ demo }: World, postgres: OwnPostgres): Record<string, string> {
  const { url, clientId, clientSecret } = demo.sandbox;
  return {
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: demo.service.url,
    DATABASE_URL: postgres.url,
    QUIET_MS: '100',
    RATE_SHARE: '100',
    CONCURRENCY: String(LOOKS_AT_ONCE),
  };
}

export async function startCrashStage(): Promise<CrashStage> {
  const world = await startWorld({}, undefined, "machine's clock");
  const { service: first } = world.demo;
  await first.stop();
  const postgres = await ownPostgres();
  const processes: ServiceProcess[] = [];
  const holding: Held[] = [];
  const { sql } = postgres;

  const settings = settingsFor(world, postgres);
  const stage: CrashStage = {
    world,
    postgres,
    start: async () => {
      const isFirst = !processes.some((one) => one.isRunning());
      const started = await startProcess(isFirst ? { ...settings, PORT: new URL(first.url).port } : settings);
      processes.push(started);
      return started;
    },
    held: async (call, when) => {
      const held = await heldTicket(world, call, when);
      holding.push(held);
      return held;
    },
    letGo: async () => {
      for (const held of holding.splice(0)) held.letGo();
      await postgres.start();
    },
    underWay: async () => {
      const rows = await sql("select id from pgboss.job where name = 'look' and state = 'active'");
      return rows.map(({ id }) => String(id));
    },
    unheardOf: async (looks) => {
      await sql(
        `update pgboss.job set heartbeat_on = heartbeat_on - heartbeat_seconds * interval '1s'
         where name = 'look' and state = 'active' and id::text = any($1)`,
        [looks],
      );
      await sql("update pgboss.queue set monitor_claim_on = monitor_claim_on - interval '1 minute'");
    },
    sent: async (id) => [(await world.replies(id)).length, world.mails(id).length],
    acknowledged: (ids) =>
      until(
        'all are acknowledged',
        async () => {
          const rows = await sql("select 1 from cases where ticket_id = any($1) and stage = 'acknowledged'", [
            ids,
          ]);
          return rows.length === ids.length ? true : undefined;
        },
        90_000,
      ).then(() => undefined),
    ledgers: (ids) => ledgersOf(world, postgres, ids),
    stop: async () => {
      for (const one of processes) await one.kill();
      await postgres.remove();
      await world.stop();
    },
  };
  return stage;
}
