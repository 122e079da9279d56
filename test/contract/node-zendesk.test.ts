import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { libraryFor, runner } from './library/client.ts';
import { type LibraryMethod, libraryMethods } from './library/methods.ts';
import { TOURS } from './library/tours.ts';
import { PROBE_APP, RICH_SEED } from './support/rich-seed.ts';

/**
 * The client library that services use: it must find in the sandbox what it finds in an account. Every method of it
 * that reaches a route of the sandbox is called over HTTP, and its result checked.
 */
const called = new Set<string>();

describe('a tour of the library', () => {
  test.each(Object.entries(TOURS))('%s', async (_name, tour) => {
    const sandbox = await startSandbox({ seed: RICH_SEED, apps: [PROBE_APP] });
    try {
      await tour(runner(await libraryFor(sandbox), called), sandbox);
    } finally {
      await sandbox.stop();
    }
  });
});

describe('the sum', () => {
  let sandbox: Sandbox;
  let methods: LibraryMethod[];
  beforeAll(async () => {
    sandbox = await startSandbox();
    methods = await libraryMethods();
  });
  afterAll(() => sandbox.stop());

  test('every method that reaches a route of the sandbox was called', () => {
    const routes = sandbox.routes().map(({ route }) => patternOf(route));
    const reaching = methods.filter(({ request = '' }) => routes.some((route) => route.test(request)));
    process.stdout.write(
      `node-zendesk: ${called.size} of ${methods.length} methods called; ${reaching.length} reach a route of the sandbox\n`,
    );
    expect(reaching.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
    expect(methods.map(({ name }) => name)).toEqual(expect.arrayContaining([...called]));
  });
});

const patternOf = (route: string) => new RegExp(`^${route.replace(/:\w+/g, '\\d+')}$`);
