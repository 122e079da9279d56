import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../../server/config.ts';

const serviceSchema = z.object({
  image: z.string(),
  build: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  profiles: z.array(z.string()).default([]),
  stop_grace_period: z.string(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

/** Names of the settings that the service reads. */
let known: Set<string>;
/** Those of deploy/example.env, the commented ones too. */
let example: Record<string, string>;

beforeAll(async () => {
  const source = await readFile('server/config/environment.ts', 'utf8');
  known = new Set([...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name));
  const text = await readFile('deploy/example.env', 'utf8');
  example = Object.fromEntries(
    Object.entries(parseEnv(text.replace(/^#(?=[A-Z_]+=)/gm, ''))).map(([name, value = '']) => [name, value]),
  );
});

describe('deploy/example.env', () => {
  test('names only settings that there are, and the password of compose.yaml', () => {
    expect(known.size).toBeGreaterThan(20);
    for (const name of Object.keys(example))
      expect([name, known.has(name) || name === 'POSTGRES_PASSWORD']).toEqual([name, true]);
  });

  test('is all that is needed, once its blanks are filled', () => {
    expect(readConfig(example).ok).toBe(false);
    const filled = Object.entries(example).map(([name, value]) => [name, value || 'x'.repeat(40)]);
    expect(readConfig(Object.fromEntries(filled))).toMatchObject({ ok: true });
  });
});

describe('compose.yaml', () => {
  let compose: z.output<typeof composeSchema>;
  let text: string;
  beforeAll(async () => {
    text = await readFile('compose.yaml', 'utf8');
    compose = composeSchema.parse(parse(text, { merge: true }));
  });
  const clocks = () => Object.entries(compose.services).filter(([name]) => name !== 'db');

  test('runs the service read-only, without capabilities, behind the loopback address', () => {
    expect(clocks().map(([name]) => name)).toEqual(['clock', 'clock-second']);
    for (const [, clock] of clocks()) {
      expect(clock).toMatchObject({ build: '.', read_only: true, cap_drop: ['ALL'] });
      expect(clock.security_opt).toEqual(['no-new-privileges:true']);
      for (const port of clock.ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:3000$/);
      expect(Number.parseInt(clock.stop_grace_period, 10)).toBeGreaterThan(10);
      for (const name of Object.keys(clock.environment)) expect(known.has(name)).toBe(true);
    }
    const ports = clocks().flatMap(([, { ports }]) => ports);
    expect(new Set(ports).size).toBe(ports.length);
  });

  test('waits for a healthy Postgres, whose address it is given', () => {
    const { db } = compose.services;
    expect(db?.healthcheck?.test[1]).toContain('pg_isready');
    expect(db?.ports).toEqual([]);
    expect(db?.volumes.map((one) => one.split(':')[0])).toEqual(Object.keys(compose.volumes));
    for (const [, clock] of clocks()) {
      expect(clock.depends_on).toEqual({ db: { condition: 'service_healthy' } });
      const url = String(clock.environment.DATABASE_URL).replace(/\$\{[^}]*\}/, 'password');
      const { username, hostname, pathname } = new URL(url);
      expect([username, hostname, pathname]).toEqual([
        db?.environment.POSTGRES_USER,
        'db',
        `/${db?.environment.POSTGRES_DB}`,
      ]);
    }
  });

  test('takes from its surroundings only what the example names', () => {
    const variables = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    expect(variables.length).toBeGreaterThan(0);
    for (const name of variables) expect(Object.keys(example)).toContain(name);
  });
});

describe('the systemd unit', () => {
  let unit: Map<string, string[]>;
  beforeAll(async () => {
    const lines = (await readFile('deploy/complaint-clock@.service', 'utf8')).split('\n');
    unit = new Map();
    for (const line of lines.filter((one) => /^[^#[]/.test(one))) {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
      unit.set(name, [...(unit.get(name) ?? []), value]);
    }
  });

  test('starts what there is, as a user of its own, and gives it time to end', async () => {
    const [program, ...rest] = unit.get('ExecStart')?.[0]?.split(' ') ?? [];
    expect(program).toMatch(/^\/.*\/node$/);
    expect((await stat(rest.at(-1) ?? '')).isFile()).toBe(true);
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(['node', ...rest].join(' ')).toBe(scripts.start);
    expect(unit.get('User')).toEqual(['complaint-clock']);
    expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(10);
    expect(unit.get('Restart')).toEqual(['always']);
  });

  test('may write nothing, gains no right, and may run machine code that it makes', () => {
    expect(unit.get('ProtectSystem')).toEqual(['strict']);
    expect(unit.get('NoNewPrivileges')).toEqual(['yes']);
    expect(unit.get('CapabilityBoundingSet')).toEqual(['']);
    expect(unit.has('ReadWritePaths')).toBe(false);
    // V8 compiles at run time.
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false);
  });

  test('sets only settings that there are', () => {
    const names = unit.get('Environment')?.flatMap((line) => line.split(' ').map((one) => one.split('=')[0]));
    for (const name of names ?? [])
      expect([name, known.has(name ?? '') || name === 'NODE_ENV']).toEqual([name, true]);
  });
});

describe('the pages on installing and deploying', () => {
  let pages: [path: string, text: string][];
  beforeAll(async () => {
    const paths = ['docs/install.md'];
    for await (const path of glob('docs/deploy/*.md')) paths.push(path);
    pages = await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, 'utf8')]),
    );
    expect(pages.length).toBeGreaterThan(4);
  });

  test('name only settings and commands that there are', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    const others = new Set(['POSTGRES_PASSWORD', 'NODE_ENV']);
    for (const [path, text] of pages) {
      for (const [, name = ''] of text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g))
        expect([path, name, known.has(name) || others.has(name)]).toEqual([path, name, true]);
      for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:]+)/g))
        expect([path, name, name in scripts]).toEqual([path, name, true]);
    }
  });

  test('lead to files that there are', async () => {
    for (const [path, text] of pages) {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
      for (const link of links)
        expect([
          path,
          link,
          await stat(join(dirname(path), link)).then(
            () => true,
            () => false,
          ),
        ]).toEqual([path, link, true]);
    }
  });

  test('are led to from the README', async () => {
    const readme = await readFile('README.md', 'utf8');
    const first = pages[0]?.[0] ?? '';
    expect(readme).toContain(`(${first})`);
    const index = await readFile('docs/deploy/index.md', 'utf8');
    for (const [path] of pages.filter(([one]) => one !== first && !one.endsWith('/index.md')))
      expect([path, index.includes(`(${path.slice('docs/deploy/'.length)})`)]).toEqual([path, true]);
  });
});
