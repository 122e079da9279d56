import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPostgres } from '../../../server/ledger/embedded-postgres.ts';
import { openLedger } from '../../../server/ledger/index.ts';
import { createCalendarSource } from '../../../server/policies/calendars.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { generateHistory } from '../../support/history/history.ts';
import { TRUTHS } from '../../support/history/truths.ts';
import { readPolicy } from '../../support/policy.ts';
import type { BenchOptions, Figure, Section } from '../figure.ts';
import { type Asked, ask, figuresOf } from './measure.ts';
import { addWakes, multiply } from './multiply.ts';
import { QUESTIONS, type Setting } from './questions.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const QUICK = [500, 2_000] as const;
const ROUNDS = 7;

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(0)} s`;

async function askAll(setting: Setting, size: number, rounds: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const question of QUESTIONS) asked.push(await ask(question, setting, { size, rounds }));
  return asked;
}

const ROOM = { name: 'ledger on disk, its indexes included', unit: 'MB' } as const;

async function roomOf(client: pg.Client, size: number): Promise<Asked> {
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  );
  return { question: ROOM, size, values: [Number(rows[0]?.bytes) / 1e6] };
}

/** Measures one ledger as it grows from size to size. */
async function measured(databaseUrl: string, { quick, sizes, say }: BenchOptions): Promise<Asked[]> {
  const onError = (error: unknown): void => say(`growth: ${String(error)}`);
  const ledger = await openLedger({ databaseUrl, onError });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const policies = [await readPolicy('policies/ask4.yaml'), await readPolicy('policies/ask4-de.yaml')];
    const setting = { ledger, policies, calendarFrom: createCalendarSource(), now: TRUTHS.now };
    const [first, ...later] = [...(sizes ?? (quick ? QUICK : SIZES))].sort((a, b) => a - b);
    if (first === undefined) return [];
    const asked: Asked[] = [];
    let copies = 1;
    await fillLedger(databaseUrl, generateHistory(first));
    for (const size of [first, ...later]) {
      const begun = performance.now();
      const wanted = Math.round(size / first);
      await multiply(client, { from: copies, to: wanted });
      copies = wanted;
      await addWakes(client, TRUTHS.now);
      say(`growth: ${size} cases put in in ${seconds(begun)}`);
      asked.push(...(await askAll(setting, size, quick ? 1 : ROUNDS)), await roomOf(client, size));
    }
    return asked;
  } finally {
    await client.end();
    await ledger.close();
  }
}

async function run(options: BenchOptions): Promise<readonly Figure[]> {
  const folder = join(tmpdir(), `complaint-clock-growth-${process.pid}`);
  const postgres = await embeddedPostgres({ folder, durable: false });
  try {
    return figuresOf(await measured(await postgres.databaseUrl('growth'), options));
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const section: Section = {
  name: 'growth',
  title: 'Growth: one ledger with cases of three years, each figure at its largest size',
  run,
};
