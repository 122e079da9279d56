import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { copied, type Instruction, readDockerfile, restsOf, words } from './support/dockerfile.ts';

/*
 * There is no container engine here. What can be tried without one is tried: what the Dockerfile copies is put into a
 * folder of its own with the packages of a production install, and its own commands are run there.
 */
const UNREACHABLE = {
  ZENDESK_URL: 'http://127.0.0.1:1',
  ZENDESK_CLIENT_ID: 'clock',
  ZENDESK_CLIENT_SECRET: 'top-secret',
  PUBLIC_URL: 'https://clock.example.com',
  DATABASE_URL: 'postgres://clock:x@127.0.0.1:1/clock',
};
let stages: Instruction[][];
let last: Instruction[];
let image: string;
const children: ChildProcess[] = [];

/** Those of package-lock.json that `npm ci --omit=dev --omit=optional` leaves in place, as folders at the top. */
async function productionPackages(): Promise<string[]> {
  const lock: { packages: Record<string, { dev?: boolean; optional?: boolean }> } = JSON.parse(
    await readFile('package-lock.json', 'utf8'),
  );
  return Object.entries(lock.packages)
    .filter(([, { dev, optional }]) => !dev && !optional)
    .flatMap(([path]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.exec(path)?.[0] ?? []);
}

/** As .dockerignore says. */
const isSent = (path: string): boolean => !path.endsWith('tsconfig.json');

beforeAll(async () => {
  stages = await readDockerfile('Dockerfile');
  last = stages.at(-1) ?? [];
  image = await mkdtemp(join(tmpdir(), 'complaint-clock-image-'));
  for (const [from, to] of copied(last)) {
    const place = to.endsWith('/') ? join(image, to, from) : join(image, to);
    await cp(from, place, { recursive: true, filter: isSent });
  }
  for (const path of await productionPackages()) {
    await mkdir(dirname(join(image, path)), { recursive: true });
    await symlink(resolve(path), join(image, path));
  }
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(image, { recursive: true });
});

function run(command: readonly string[], environment: Record<string, string>): ChildProcess {
  const [program, ...args] = command;
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, { cwd: image, env: environment, stdio: 'ignore' });
  children.push(child);
  return child;
}

const exitOf = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];

test('is built in stages upon one Node that the product runs on', async () => {
  const bases = stages.flatMap((stage) => restsOf(stage, 'FROM')).map((rest) => rest.split(' ')[0]);
  expect(bases).toEqual([bases[0], bases[0], bases[0]]);
  const { engines } = JSON.parse(await readFile('package.json', 'utf8'));
  const [, major = ''] = /^node:(\d+)-/.exec(bases[0] ?? '') ?? [];
  expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  expect(restsOf(stages[0] ?? [], 'RUN')).toEqual([
    expect.stringMatching(/^npm ci --omit=dev --omit=optional --ignore-scripts/),
  ]);
});

test('has the leads’ page, built from what its stage copies and nothing else', async () => {
  const page = stages[1] ?? [];
  const [install, build] = restsOf(page, 'RUN');
  expect(install).toMatch(/^npm ci --ignore-scripts/);
  const place = await mkdtemp(join(tmpdir(), 'complaint-clock-page-'));
  try {
    for (const [from, to] of copied(page)) {
      const target = to.endsWith('/') ? join(place, to, from) : join(place, to);
      await cp(from, target, { recursive: true, filter: isSent });
    }
    await symlink(resolve('node_modules'), join(place, 'node_modules'));
    const [program, ...args] = words(build ?? '');
    expect(program).toBe('node');
    const child = spawn(process.execPath, args, { cwd: place, stdio: 'ignore' });
    children.push(child);
    expect(await exitOf(child)).toBe(0);
    const html = await readFile(join(place, 'dist/dashboard/index.html'), 'utf8');
    expect(html).toContain('id="session"');
  } finally {
    await rm(place, { recursive: true });
  }
  expect(restsOf(last, 'COPY')).toContain('--from=page /app/dist/dashboard ./dist/dashboard');
});

test('runs what npm start runs, as nobody in particular, without a shell', async () => {
  expect(restsOf(last, 'USER')).toEqual(['node']);
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(restsOf(last, 'CMD').map(words)).toEqual([scripts.start.split(' ')]);
  expect(restsOf(last, 'RUN')).toEqual([]);
});

test('is sent what it copies, and nothing else', async () => {
  const ignore = (await readFile('.dockerignore', 'utf8')).split('\n').filter((line) => /^[^#]/.test(line));
  const wanted = [...new Set(stages.flatMap((stage) => copied(stage).map(([from]) => from)))];
  expect(ignore[0]).toBe('*');
  expect(ignore.filter((line) => line.startsWith('!')).sort()).toEqual(wanted.map((one) => `!${one}`).sort());
});

test('starts with the packages of a production install, is healthy, and ends when it is told to', async () => {
  const environment = { ...UNREACHABLE, HOST: '127.0.0.1', PORT: String(await freePort()) };
  const service = run(words(restsOf(last, 'CMD')[0] ?? ''), environment);
  const check = words(restsOf(last, 'HEALTHCHECK')[0] ?? '');
  const health = (): Promise<unknown> => exitOf(run(check, environment));
  await expect.poll(health).toBe(0);
  const ready = await fetch(`http://127.0.0.1:${environment.PORT}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([503, { waitingFor: 'Postgres' }]);
  const ended = exitOf(service);
  service.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await health()).toBe(1);
});

test('can check a policy with its own files', async () => {
  const child = run(['node', 'server/cli/policy-check.ts', 'policies/ask4.yaml'], {});
  expect(await exitOf(child)).toBe(0);
});
