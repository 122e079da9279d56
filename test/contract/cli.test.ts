import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram, startProgram } from '../support/process.ts';
import { textAt } from './support/read.ts';
import { runSandbox } from './support/sandbox-command.ts';

const MAIN = 'test/sandbox/main.ts';

test.each([
  'SIGINT',
  'SIGTERM',
] as const)('--json prints one line when ready, serves until %s, and exits with 0', async (signal) => {
  const { said, child, ended } = startProgram([MAIN, '--port', '0', '--json']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await expect.poll(() => said.out).toContain('\n');
  const line: unknown = JSON.parse(said.out);
  expect(line).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    agentUrl: expect.stringMatching(/\/agent$/),
    clientId: expect.any(String),
    clientSecret: expect.any(String),
  });
  expect((await fetch(`${textAt(line, 'url')}/api/v2/users/me`)).status).toBe(200);
  child.kill(signal);
  const { code, out, err } = await ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
});

test('what is typed wrong ends the process with 2, and says why', async () => {
  const { code, out, err } = await runProgram([MAIN, '--colour', 'red']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^Unknown option '--colour'.*\nUsage: npm run sandbox/);
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
  const { said, ended } = runSandbox(...args);
  expect(await ended).toBe(2);
  expect(said.err).toMatch(message);
  expect(said.err).toContain('Usage: npm run sandbox');
  expect(said.out).toBe('');
});

test('a port that is taken ends it with 1', async () => {
  const first = runSandbox('--port', '0', '--json');
  await expect.poll(() => first.said.out).toContain('\n');
  const { port } = new URL(textAt(JSON.parse(first.said.out), 'url'));
  const second = runSandbox('--port', port);
  expect(await second.ended).toBe(1);
  expect(second.said).toEqual({ out: '', err: expect.stringContaining('EADDRINUSE') });
});

test('a seed file fills the account', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-seed-'));
  const seed = {
    account: { subdomain: 'mine' },
    users: [{ id: 5, name: 'Only One', role: 'admin', email: 'one@mine.example' }],
  };
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
  const { said } = runSandbox('--port', '0', '--seed', join(folder, 'seed.json'));
  await expect.poll(() => said.out).toContain('OAuth client');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0];
  const session: unknown = await (await fetch(`${url}/__sandbox/session`)).json();
  expect(textAt(session, 'user.name')).toBe('Only One');
  await rm(folder, { recursive: true });
});
