import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { textAt } from './support/read.ts';

const MAIN = fileURLToPath(new URL('../sandbox/main.ts', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

function run(...args: string[]): {
  out(): string;
  err(): string;
  exit: Promise<unknown>;
  child: ChildProcess;
} {
  const started = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  let out = '';
  let err = '';
  started.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return {
    out: () => out,
    err: () => err,
    exit: once(started, 'close').then(([code]: unknown[]) => code),
    child: started,
  };
}

test.each([
  'SIGINT',
  'SIGTERM',
] as const)('--json prints one line when ready, serves until %s, and exits with 0', async (signal) => {
  const process = run('--port', '0', '--json');
  await expect.poll(process.out, { timeout: 20_000 }).toContain('\n');
  const line: unknown = JSON.parse(process.out());
  expect(line).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    agentUrl: expect.stringMatching(/\/agent$/),
    clientId: expect.any(String),
    clientSecret: expect.any(String),
  });
  expect((await fetch(`${textAt(line, 'url')}/api/v2/users/me`)).status).toBe(200);
  process.child.kill(signal);
  expect(await process.exit).toBe(0);
  expect(process.out().trimEnd().split('\n')).toHaveLength(1);
  expect(process.err()).toBe('');
});

test.each([
  ['an unknown flag', ['--colour', 'red'], /--colour/],
  ['a port that is none', ['--port', 'many'], /--port must be a whole number from 0 to 65535, not "many"/],
  ['a latency below zero', ['--latency=-1'], /--latency must be a whole number/],
  ['a seed that is not there', ['--seed', 'nowhere.json'], /--seed nowhere\.json cannot be read as JSON/],
  ['an app that is not there', ['--app', 'nowhere'], /nowhere\/manifest\.json cannot be read/],
  ['a plan there is none of', ['--plan', 'platinum'], /"platinum" is no plan/],
  ['a start of the clock that is none', ['--now', 'soon'], /"soon" is no instant/],
  ['a word too many', ['extra'], /extra/],
])('%s is refused with a message and exit code 2', async (_name, args, message) => {
  const process = run(...args);
  expect(await process.exit).toBe(2);
  expect(process.err()).toMatch(message);
  expect(process.err()).toContain('Usage: npm run sandbox');
  expect(process.out()).toBe('');
});

test('a seed file fills the account', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-seed-'));
  const seed = {
    account: { subdomain: 'mine' },
    users: [{ id: 5, name: 'Only One', role: 'admin', email: 'one@mine.example' }],
  };
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
  const process = run('--port', '0', '--seed', join(folder, 'seed.json'));
  await expect.poll(process.out, { timeout: 20_000 }).toContain('OAuth client');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(process.out())?.[0];
  const session: unknown = await (await fetch(`${url}/__sandbox/session`)).json();
  expect(textAt(session, 'user.name')).toBe('Only One');
  await rm(folder, { recursive: true });
});
