import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionsAnswer } from '../../server/api/actions.ts';
import { causesAnswer } from '../../server/api/causes.ts';
import { exportRegister } from '../../server/api/export.ts';
import type { FigureSetting } from '../../server/api/figure-setting.ts';
import { monthQuery } from '../../server/api/filters.ts';
import { reportPage } from '../../server/api/monthly-report/report-page.ts';
import { overviewAnswer } from '../../server/api/overview.ts';
import { promisesAnswer } from '../../server/api/promises.ts';
import { exportQuery, registerAnswer, registerQuery } from '../../server/api/register.ts';
import { embeddedPostgres } from '../../server/ledger/embedded-postgres.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { createCalendarSource } from '../../server/policies/calendars.ts';
import { fillLedger } from '../support/history/fill.ts';
import { generateHistory } from '../support/history/history.ts';
import { TRUTHS } from '../support/history/truths.ts';
import { readPolicy } from '../support/policy.ts';

const CASES = Number(process.argv[2] ?? 100_000);
const ROUNDS = 15;

interface Timed {
  readonly name: string;
  /** Milliseconds each should take no longer than, warm, on one core of its own. */
  readonly aim: number;
  readonly run: () => Promise<unknown>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const asked = (query: Record<string, string>) => monthQuery.parse({ month: TRUTHS.lastFullMonth, ...query });

function onlyFilters(filter: Record<string, string>) {
  const { month: _, ...rest } = asked(filter);
  return rest;
}

async function drain(pieces: AsyncGenerator<string>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

function figuresOf(setting: FigureSetting): Timed[] {
  const filters = [
    ['', {}, 300],
    [' of a brand', { brand: '31' }, 200],
    [' of a site', { organization: '407' }, 200],
    [' of a cause and channel', { category: 'speed', channel: 'email' }, 200],
  ] as const;
  const pages = filters.flatMap(([name, filter, aim]): Timed[] => [
    { name: `overview${name}`, aim, run: () => overviewAnswer(onlyFilters(filter), setting) },
    { name: `promises${name}`, aim, run: () => promisesAnswer(asked(filter), setting) },
    { name: `causes${name}`, aim, run: () => causesAnswer(asked(filter), setting) },
  ]);
  return [...pages, { name: 'actions', aim: 300, run: () => actionsAnswer({}, setting) }];
}

function registerOf(ledger: Ledger, setting: FigureSetting): Timed[] {
  const { now } = setting;
  const page = (query: Record<string, string>) => () =>
    registerAnswer(ledger, registerQuery.parse(query), now);
  const late = { late: 'any', due_month: TRUTHS.badMonth };
  return [
    { name: 'register, first page', aim: 200, run: page({}) },
    { name: 'register, overdue', aim: 200, run: page({ overdue: 'true' }) },
    { name: 'register, late in a month', aim: 200, run: page(late) },
    {
      name: 'register, of a site, newest',
      aim: 200,
      run: page({ organization: '407', sort: 'received', order: 'desc' }),
    },
    {
      name: 'report page',
      aim: 1_000,
      run: () => reportPage({ month: asked({}).month, language: 'en' }, setting),
    },
    {
      name: 'register as CSV',
      aim: 30_000,
      run: () => drain(exportRegister(ledger, exportQuery.parse({}), { now })),
    },
  ];
}

async function measure({ name, aim, run }: Timed): Promise<void> {
  const rounds = aim > 1_000 ? 1 : ROUNDS;
  if (rounds > 1) await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)}`;
  const [best, median, slowest] = [at(0), at(0.5), at(1)].map((ms) => ms.padStart(8));
  say(`${name.padEnd(36)} ${best} ${median} ${slowest} ${String(aim).padStart(8)}`);
}

const folder = join(tmpdir(), `complaint-clock-figures-${process.pid}`);
const postgres = await embeddedPostgres({ folder, durable: false });
try {
  const databaseUrl = await postgres.databaseUrl('figures');
  const ledger = await openLedger({
    databaseUrl,
    onError: (error) => {
      throw error;
    },
  });
  const begun = performance.now();
  const history = generateHistory(CASES);
  const made = performance.now();
  await fillLedger(databaseUrl, history);
  say(
    `${history.length} cases made in ${Math.round(made - begun)} ms, put in in ${Math.round(performance.now() - made)} ms`,
  );
  const policies = [await readPolicy('policies/ask4.yaml'), await readPolicy('policies/ask4-de.yaml')];
  const setting = { ledger, policies, calendarFrom: createCalendarSource(), now: TRUTHS.now };
  const heads = ['best', 'median', 'slowest', 'aim'].map((head) => head.padStart(8)).join(' ');
  say(`${''.padEnd(36)} ${heads}   ms`);
  for (const timed of [...figuresOf(setting), ...registerOf(ledger, setting)]) await measure(timed);
  await ledger.close();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
