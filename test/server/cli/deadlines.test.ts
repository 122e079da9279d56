import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deadlines as command } from '../../../server/cli/deadlines-command.ts';
import { type Ran, runProgram } from '../../support/process.ts';
import { altered, folderWith, GOOD } from '../policies/support/texts.ts';
import { run } from './support/run.ts';

const RECEIVED = ['--event', 'received=2026-04-01T15:00+01:00'];
const ASK4 = ['--policy', 'ask4', ...RECEIVED];

const deadlines = (...args: string[]): Promise<Ran> => run(command, args);

const INSTANT = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const DATE = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** Exactly what is promised of `--json`. */
const answerSchema = z.strictObject({
  policy: z.string(),
  version: z.string(),
  stage: z.string(),
  nextDue: INSTANT.nullable(),
  deadlines: z.array(
    z.strictObject({
      regime: z.string(),
      duty: z.string(),
      after: z.string(),
      anchorAt: INSTANT,
      projected: z.boolean(),
      dueAt: INSTANT,
      dueDate: DATE,
      state: z.enum(['projected', 'running', 'due_soon', 'overdue', 'met', 'met_late', 'waived']),
      reasons: z.array(
        z.strictObject({
          code: z.string(),
          date: DATE.exactOptional(),
          name: z.string().exactOptional(),
          region: z.string().exactOptional(),
          text: z.string().min(1),
        }),
      ),
    }),
  ),
});

async function answer(...args: string[]): Promise<z.output<typeof answerSchema>> {
  const ran = await deadlines(...args, '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out.trimEnd().split('\n')).toHaveLength(1);
  return answerSchema.parse(JSON.parse(ran.out));
}

/** "duty dueDate state" of each deadline. */
const told = (one: z.output<typeof answerSchema>): string[] =>
  one.deadlines.map(({ duty, dueDate, state }) => `${duty} ${dueDate} ${state}`);

async function small(text = GOOD): Promise<string> {
  return join(await folderWith({ 'small.yaml': text }), 'small.yaml');
}

describe('--json', () => {
  it('prints the shape that is promised, with instants in UTC and dates of the policy’s zone', async () => {
    const one = await answer(
      ...ASK4,
      '--event',
      'acknowledged=2026-04-02T10:00',
      '--now',
      '2026-04-03T12:00Z',
    );
    expect(one).toMatchObject({ policy: 'ask4', stage: 'acknowledged', nextDue: '2026-04-09T23:00:00.000Z' });
    const { reasons, ...update } = one.deadlines.find(({ duty }) => duty === 'update') ?? { reasons: [] };
    expect(update).toEqual({
      regime: 'ask4',
      duty: 'update',
      after: 'acknowledged',
      anchorAt: '2026-04-02T09:00:00.000Z',
      projected: false,
      dueAt: '2026-04-09T23:00:00.000Z',
      dueDate: '2026-04-09',
      state: 'running',
    });
    expect(reasons[1]).toEqual({
      code: 'holiday',
      date: '2026-04-03',
      name: 'Good Friday',
      region: 'GB-ENG',
      text: 'Fri 3 Apr 2026 not counted: Good Friday (GB-ENG)',
    });
  });

  it('names holidays in the language that is asked for', async () => {
    const one = await answer(...ASK4, '--event', 'acknowledged=2026-04-02T10:00', '--lang', 'de');
    const reasons = one.deadlines.find(({ duty }) => duty === 'update')?.reasons ?? [];
    expect(reasons[1]).toMatchObject({
      name: 'Karfreitag',
      text: 'Fr., 3. Apr. 2026 zählt nicht: Karfreitag (GB-ENG)',
    });
  });

  it('has nothing due next where every duty is done', async () => {
    const events = ['received=2026-04-01', 'acknowledged=2026-04-02', 'responded=2026-04-09'];
    const one = await answer('--policy', await small(), ...events.flatMap((event) => ['--event', event]));
    expect(one).toMatchObject({ stage: 'responded', nextDue: null });
    expect(told(one)).toEqual(['acknowledgement 2026-04-08 met', 'response 2026-04-20 met']);
  });

  it('states are as of --now', async () => {
    const file = await small();
    const states = await Promise.all(
      ['2026-04-01T12:00', '2026-04-07T12:00', '2026-04-09'].map(async (now) => {
        const { deadlines } = await answer('--policy', file, '--event', 'received=2026-04-01', '--now', now);
        return deadlines[0]?.state;
      }),
    );
    expect(states).toEqual(['running', 'due_soon', 'overdue']);
  });

  it('an event that lies ahead, without --now, is taken to have just happened', async () => {
    const next = `${new Date().getUTCFullYear() + 1}-07-01`;
    const one = await answer('--policy', await small(), '--event', `received=${next}`);
    expect(one.deadlines[0]?.state).toBe('running');
  });

  it('an extension adds to its deadline and says so', async () => {
    const one = await answer(
      '--policy',
      await small(),
      ...['--event', 'received=2026-04-01', '--event', 'acknowledged=2026-04-02'],
      ...['--event', 'extended=2026-04-10T10:00,duty=response,within=2 working days,reason=ill, then away'],
    );
    expect(told(one)[1]).toMatch(/^response 2026-04-22/);
    expect(one.deadlines[1]?.reasons.map(({ code }) => code)).toContain('extended');
  });

  it('the complaint may have been first made earlier and by another way', async () => {
    const capped = altered(
      'regimes:\n',
      'regimes:\n  - id: cap\n    source: a test\n    hardCap: true\n    duties: [{ id: letter, after: first_made, within: 6 weeks, doneBy: [adr_letter_sent], warn: 1 day }]\n',
    );
    const one = await answer(
      '--policy',
      await small(capped),
      '--event',
      'received=2026-04-08',
      '--event',
      'first_made=2026-04-01',
    );
    expect(one.deadlines[0]).toMatchObject({ duty: 'letter', after: 'first_made', dueDate: '2026-05-13' });
  });

  it('flags and channel decide which regimes run', async () => {
    const flagged = altered(
      '    duties',
      '    applies: { flags: [vip], channels: [other] }\n    duties',
    ).concat('flags: [vip]\n');
    const file = await small(flagged);
    const count = async (...args: string[]) =>
      (await answer('--policy', file, '--event', 'received=2026-04-01', ...args)).deadlines.length;
    expect(
      await Promise.all([count('--channel', 'email'), count('--channel', 'email', '--flag', 'vip'), count()]),
    ).toEqual([0, 2, 2]);
  });
});

describe('the policy', () => {
  it.each(['ask4', 'housing-ombudsman', 'policies/ask4.yaml'])('%s is found', async (name) => {
    expect((await answer('--policy', name, ...RECEIVED)).deadlines.length).toBeGreaterThan(0);
  });

  it('of several versions in a folder that of the receipt holds', async () => {
    const second = altered("version: '1'", "version: '2'", altered('2020-01-01', '2026-01-01'));
    const folder = await folderWith({ 'one.yaml': GOOD, 'two.yaml': second });
    const versionOf = async (date: string) =>
      (await answer('--policy', folder, '--event', `received=${date}`)).version;
    expect(await Promise.all(['2025-12-31', '2026-01-01'].map(versionOf))).toEqual(['1', '2']);
  });

  it('is chosen by brand or form', async () => {
    const branded = altered('id: small', 'id: branded\nappliesTo: { brands: [7], forms: [8] }');
    const folder = await folderWith({ 'a.yaml': GOOD, 'b.yaml': branded });
    const idOf = async (...args: string[]) =>
      (await answer('--policy', folder, '--event', 'received=2026-04-01', ...args)).policy;
    const asked = [[], ['--brand', '7'], ['--form', '8'], ['--brand', '9']];
    expect(await Promise.all(asked.map((args) => idOf(...args)))).toEqual([
      'small',
      'branded',
      'branded',
      'small',
    ]);
  });
});

describe('the table', () => {
  const lines = async (...args: string[]): Promise<string[]> => {
    const ran = await deadlines(...args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    return ran.out.split('\n');
  };

  it('shows each deadline with state, due time and reasons', async () => {
    const table = await lines(
      '--policy',
      await small(),
      '--event',
      'received=2026-04-01',
      '--now',
      '2026-04-01T12:00',
    );
    expect(table).toEqual([
      'Policy small, version 1, as of Wed 1 Apr 2026, 12:00, times in Europe/London',
      'Stage: received; next due Wed 8 Apr 2026, 24:00 (own.acknowledgement)',
      '',
      'Deadline             State      Due',
      '',
      'own.acknowledgement  running    Wed 8 Apr 2026, 24:00',
      '    Wed 1 Apr 2026, 00:00: received, day 0',
      '    Thu 2 Apr 2026: working day 1',
      '    Fri 3 Apr 2026 not counted: Good Friday (GB-ENG)',
      '    Sat 4 Apr 2026 not counted: weekend',
      '    Sun 5 Apr 2026 not counted: weekend',
      '    Mon 6 Apr 2026 not counted: Easter Monday (GB-ENG)',
      '    Tue 7 Apr 2026: working day 2',
      '    Wed 8 Apr 2026: working day 3',
      '    due Wed 8 Apr 2026, 24:00',
      '',
      'own.response         projected  Wed 22 Apr 2026, 24:00 at the latest',
      ...table.slice(17, -1),
      '',
    ]);
  });

  it('is in German too', async () => {
    const table = await lines(
      '--policy',
      await small(),
      '--event',
      'received=2026-04-01',
      '--now',
      '2026-04-01T12:00',
      '--lang',
      'de',
    );
    expect(table.slice(0, 9)).toEqual([
      'Regelwerk small, Fassung 1, Stand Mi., 1. Apr. 2026, 12:00, Zeiten in Europe/London',
      'Stufe: eingegangen; als Nächstes fällig Mi., 8. Apr. 2026, 24:00 (own.acknowledgement)',
      '',
      'Frist                Stand      Fällig',
      '',
      'own.acknowledgement  läuft      Mi., 8. Apr. 2026, 24:00',
      '    Mi., 1. Apr. 2026, 00:00: eingegangen, Tag 0',
      '    Do., 2. Apr. 2026: 1. Arbeitstag',
      '    Fr., 3. Apr. 2026 zählt nicht: Karfreitag (GB-ENG)',
    ]);
    expect(table).toContain('own.response         vorläufig  spätestens Mi., 22. Apr. 2026, 24:00');
  });

  it('fits into 100 columns', async () => {
    const closed = `${GOOD}closures: [{ date: '2026-04-02', name: ${'a very long reason '.repeat(9)} }]\n`;
    const table = await lines('--policy', await small(closed), '--event', 'received=2026-04-01');
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(table.join(' ').replace(/\s+/g, ' ')).toContain('a very long reason '.repeat(9).trim());
  });

  it.each([
    ['en', 'No deadline runs: the policy does not take this complaint.'],
    ['de', 'Es läuft keine Frist: Das Regelwerk nimmt diese Beschwerde nicht an.'],
  ])('says where no deadline runs (%s)', async (language, text) => {
    const file = await small(altered('email: { accepted: true }', 'email: { accepted: false }'));
    expect(
      await lines(
        '--policy',
        file,
        '--event',
        'received=2026-04-01',
        '--channel',
        'email',
        '--lang',
        language,
      ),
    ).toContain(text);
  });
});

it.each([
  'UTC',
  'Pacific/Auckland',
  'America/Los_Angeles',
])('gives the same dates where the process runs in %s', async (zone) => {
  const args = [...ASK4, '--event', 'acknowledged=2026-04-02T10:00', '--now', '2026-04-03T12:00Z'];
  const there = await runProgram(['server/cli/deadlines.ts', ...args], { TZ: zone });
  expect(there).toMatchObject({ code: 0, err: '' });
  expect(there).toEqual(await deadlines(...args));
});
