import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendar } from '../../server/cli/calendar-command.ts';
import { cases } from '../../server/cli/cases-command.ts';
import { deadlines } from '../../server/cli/deadlines-command.ts';
import { policyCheck } from '../../server/cli/policy-check-command.ts';
import { report } from '../../server/cli/report-command.ts';
import { type Command, exitCodeOf, outputTo } from '../../server/command/main-of.ts';
import { provisionCommand } from '../../server/provision/command.ts';
import { runProgram } from '../support/process.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

/** What is typed after `npm run`, in code or in a block of lines. */
const TYPED = /npm run (?:-s )?([\w:-]+)(?: -- ([^`\n#]+))?/g;

const COMMANDS: Readonly<Record<string, Command>> = {
  calendar,
  cases,
  deadlines,
  'policy:check': policyCheck,
  provision: provisionCommand,
  report,
};

/** Those that take minutes, a browser or an account of one's own, with the tests by which they are run. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  bench: '.ci/run',
  build: 'test/server/deploy/image.test.ts',
  'contract:live': 'test/contract/live/live.test.ts',
  package: 'test/app/package.test.ts',
  rebuild: 'test/server/rebuild.test.ts',
  screenshots: 'test/app/states-open.test.ts',
  soak: 'test/server/soak.test.ts',
};

interface Typed {
  readonly name: string;
  readonly argv: readonly string[];
}

let world: World;
let folder: string;
let ticket: number;
let typed: readonly Typed[];
let written: string;

beforeAll(async () => {
  written = await readFile('README.md', 'utf8');
  typed = [...written.matchAll(TYPED)].map(([, name = '', rest = '']) => ({
    name,
    argv: rest.trim().split(/\s+/).filter(Boolean),
  }));
  folder = await mkdtemp(join(tmpdir(), 'readme-'));
  world = await startWorld();
  ticket = await world.acknowledged();
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

/** The example's ticket, file, policy and month are those of this test. */
function here(argument: string): string {
  if (argument === '2026-10') return '2026-03';
  if (argument === '123') return String(ticket);
  if (argument === '<file>') return 'policies/ask4.yaml';
  return /\.(zip|html)$/.test(argument) ? join(folder, argument) : argument;
}

async function run(name: string, argv: readonly string[]) {
  const said: string[] = [];
  const sink = { write: (text: string) => said.push(text) };
  const { sandbox } = world.demo;
  const command = COMMANDS[name];
  if (!command) throw new Error(`npm run ${name} is run by no test`);
  const code = await exitCodeOf(command, {
    argv: argv.map(here),
    clock: sandbox.clock,
    env: {
      ZENDESK_URL: sandbox.url,
      ZENDESK_CLIENT_ID: sandbox.clientId,
      ZENDESK_CLIENT_SECRET: sandbox.clientSecret,
      PUBLIC_URL: 'https://clock.example',
      DATABASE_URL: world.databaseUrl,
      LOG_LEVEL: 'silent',
    },
    signal: new AbortController().signal,
    output: outputTo(sink, sink),
  });
  return { code, text: said.join('') };
}

describe('README.md', () => {
  test('names no command that is not there, or that nothing runs', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(typed.length).toBeGreaterThan(15);
    for (const { name } of typed) {
      expect(Object.keys(scripts)).toContain(name);
      expect([name, name in COMMANDS || name in RUN_ELSEWHERE || name === 'demo']).toEqual([name, true]);
    }
    for (const path of Object.values(RUN_ELSEWHERE)) await access(path);
  });

  test('shows commands that do what it says', async () => {
    // Without what provisioning makes nothing else runs.
    const takesAway = ({ argv }: Typed): number => (argv[0] === 'remove' ? 1 : 0);
    const runnable = typed
      .filter(({ name, argv }) => name in COMMANDS && argv.length > 0)
      .toSorted((a, b) => takesAway(a) - takesAway(b));
    const asking = new Set(['apply', 'remove', 'erase']);
    for (const { name, argv } of runnable) {
      const sure = asking.has(argv[0] ?? '') ? [...argv, '--yes'] : argv;
      const ran = await run(name, sure);
      expect([name, ...argv, ran.code === 0 ? 0 : ran.text]).toEqual([name, ...argv, 0]);
    }
    expect((await readFile(join(folder, 'report.html'), 'utf8')).slice(0, 15)).toBe('<!doctype html>');
    expect((await readFile(join(folder, 'x.zip'))).subarray(0, 2).toString()).toBe('PK');
  });

  test('has examples of dates that are right', async () => {
    const due = async (events: string): Promise<string> =>
      (await run('deadlines', ['--policy', 'ask4', ...events.split(' ').flatMap((one) => ['--event', one])]))
        .text;
    expect(written).toContain('received Sat 28 Mar 2026 12:00 in London');
    expect(await due('received=2026-03-28T12:00+00:00')).toContain('Sun 29 Mar 2026, 13:00');
    expect(written).toContain('acknowledged Thu 2 Apr 2026, update due Thu 9 Apr');
    expect(await due('received=2026-04-01T15:00+01:00 acknowledged=2026-04-02T10:00+01:00')).toMatch(
      /update.*Thu 9 Apr 2026/i,
    );
  });

  test('shows a demo that plays one complaint to its end', { timeout: 600_000 }, async () => {
    const ran = await runProgram(['test/demo/main.ts', '--once']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      acknowledgements: 1,
      updateDue: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      responseDue: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });
});
