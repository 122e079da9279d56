import type { BenchOptions, Figure, Section } from '../figure.ts';
import { accepts } from './accepts.ts';
import { type BenchAccount, startAccount } from './account.ts';
import { type BenchServer, startBenchServer } from './database.ts';
import { heldUp } from './held-up.ts';
import { intakeProcesses } from './intake-processes.ts';
import { killed } from './killed.ts';
import { type Load, startLoad } from './load.ts';
import { looksProcesses } from './looks-processes.ts';
import { memoryUnderLoad } from './memory.ts';
import { fillOpenCases } from './open-cases.ts';
import { starts } from './starts.ts';
import { storm } from './storm.ts';

interface Parts {
  readonly server: BenchServer;
  readonly load: Load;
  readonly options: BenchOptions;
}

const CONNECTIONS = 64;
/** What a call to Zendesk takes on top. */
const LATENCY_MS = 50;

async function withAccount<T>(complaints: number, work: (account: BenchAccount) => Promise<T>): Promise<T> {
  const account = await startAccount({ complaints, latencyMs: LATENCY_MS });
  try {
    return await work(account);
  } finally {
    await account.sandbox.stop();
  }
}

/** The webhook's route alone. */
async function atTheRoute({ server, load, options }: Parts): Promise<Figure[]> {
  const database = await server.database();
  try {
    const sent = { database, load, connections: CONNECTIONS };
    options.say('intake: webhooks beside no storage and beside a queue');
    const beside = await accepts(sent, options);
    options.say('intake: a server that is killed under load');
    const kept = await killed({ database, load, times: options.quick ? 1 : 5 });
    const held = await heldUp(database, load);
    return [...beside, kept, held, ...(await intakeProcesses(sent, options))];
  } finally {
    await database.close();
  }
}

/** The whole service on an account with few complaints. */
async function withFew({ server, load, options }: Parts, account: BenchAccount, complaints: number) {
  const database = await server.database();
  try {
    options.say('intake: a storm of webhooks');
    const looks = await storm({ account, database, load, complaints }, options);
    options.say('intake: starts');
    const settings = account.settings(database.url);
    const start = await starts(settings, options, `${complaints} cases in the database`);
    options.say('intake: looks by several processes');
    return [...looks, ...start, ...(await looksProcesses({ account, database, complaints }, options))];
  } finally {
    await database.close();
  }
}

/** The whole service with many open cases in its ledger. */
async function withMany({ server, load, options }: Parts, account: BenchAccount, cases: number) {
  const database = await server.database();
  try {
    options.say(`intake: ${cases} open cases`);
    await fillOpenCases(database, { firstTicket: account.firstTicket, count: cases });
    const settings = account.settings(database.url);
    const start = await starts(settings, options, `${cases} open cases in the database`);
    return [...start, ...(await memoryUnderLoad({ account, settings, load, cases }, options))];
  } finally {
    await database.close();
  }
}

async function run(options: BenchOptions): Promise<Figure[]> {
  const server = await startBenchServer();
  const load = startLoad();
  const parts = { server, load, options };
  const [few, many] = [options.quick ? 5 : 100, 10_000];
  try {
    const route = await atTheRoute(parts);
    const service = await withAccount(few, async (account) => [
      ...(await withFew(parts, account, few)),
      // An account takes its time to make.
      ...(options.quick ? await withMany(parts, account, few) : []),
    ]);
    if (options.quick) return [...route, ...service];
    const large = await withAccount(many, (account) => withMany(parts, account, many));
    return [...route, ...service, ...large];
  } finally {
    await load.end();
    await server.stop();
  }
}

/** Webhooks in, looks out: how fast, with how many processes, in how much memory, and how soon after a start. */
export const section: Section = { name: 'intake', title: 'Webhook intake', run };
