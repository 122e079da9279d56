import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ListedRoute, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { sessionHeaders, token } from '../support/client.ts';
import { AGENT, ENGLISH, SEED } from '../support/seed.ts';
import { call } from './walk.ts';

/** Every route refuses in Zendesk's words, whatever it does when it doesn't. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
});
afterAll(() => sandbox.stop());

/** An id that no record has. */
const NOBODY = 987_654_321;

/** The envelopes of refusals, as the API notes list them. */
const UNAUTHORIZED = z.strictObject({ error: z.literal("Couldn't authenticate you") });
const FORBIDDEN = z.strictObject({
  error: z.strictObject({ title: z.literal('Forbidden'), message: z.string().min(1) }),
});
const OUT_OF_SCOPE = z.strictObject({ error: z.literal('Forbidden'), description: z.string().min(1) });
const NOT_FOUND = z.union([
  z.strictObject({ error: z.literal('RecordNotFound'), description: z.string().min(1) }),
  z.strictObject({
    errors: z
      .array(z.looseObject({ code: z.string().min(1), title: z.string(), detail: z.string().optional() }))
      .min(1),
  }),
]);

interface Expectation {
  own: Record<string, string>;
  status: number;
  body: z.ZodType;
}

/** Calls the routes with nothing in their bodies; each that answers otherwise is named with its answer. */
async function others(routes: ListedRoute[], { own, status, body }: Expectation): Promise<string[]> {
  expect(routes.length).toBeGreaterThan(0);
  const faults: string[] = [];
  for (const { route } of routes) {
    const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, NOBODY]);
    const empty = /^(POST|PUT|PATCH)/.test(route) ? { body: {} } : {};
    const response = await call(sandbox, route, { own, at: Object.fromEntries(names), ...empty });
    const text = await response.text();
    const json = z.string().transform((value): unknown => JSON.parse(value));
    const fits = response.status === status && json.pipe(body).safeParse(text).success;
    if (!fits) faults.push(`${route}: ${response.status} ${text.slice(0, 200)}`);
  }
  return faults;
}

const bearer = (value: string) => ({ authorization: `Bearer ${value}` });
const known = (filter: (route: ListedRoute) => boolean) => sandbox.routes().filter(filter);

test('401 without credentials, on all but /users/me', async () => {
  const routes = known(({ role }) => role !== 'anonymous');
  expect(known(({ role }) => role === 'anonymous').map(({ route }) => route)).toEqual(['GET /users/me']);
  expect(await others(routes, { own: {}, status: 401, body: UNAUTHORIZED })).toEqual([]);
});

test('401 with a token that nobody gave out, on every route', async () => {
  expect(
    await others(
      known(() => true),
      { own: bearer('made-up'), status: 401, body: UNAUTHORIZED },
    ),
  ).toEqual([]);
});

test('403 with a token of other scopes, on every route', async () => {
  const own = bearer(await token(sandbox, 'hc:read hc:write'));
  expect(
    await others(
      known(() => true),
      { own, status: 403, body: OUT_OF_SCOPE },
    ),
  ).toEqual([]);
});

test('403 with a token of an unknown scope, on every route', async () => {
  const own = bearer(await token(sandbox, 'read write everything'));
  expect(
    await others(
      known(() => true),
      { own, status: 403, body: OUT_OF_SCOPE },
    ),
  ).toEqual([]);
});

test('a token that may only read is refused on every route that writes', async () => {
  const own = bearer(await token(sandbox, 'read'));
  const routes = known(({ route }) => !route.startsWith('GET'));
  expect(await others(routes, { own, status: 403, body: OUT_OF_SCOPE })).toEqual([]);
});

test('403 for an end user, on every route for agents', async () => {
  const own = await sessionHeaders(sandbox, ENGLISH);
  const routes = known(({ role }) => role === 'agent' || role === 'admin');
  expect(await others(routes, { own, status: 403, body: FORBIDDEN })).toEqual([]);
});

test('403 for an agent, on every route for administrators', async () => {
  const own = await sessionHeaders(sandbox, AGENT);
  const routes = known(({ role }) => role === 'admin');
  expect(await others(routes, { own, status: 403, body: FORBIDDEN })).toEqual([]);
});

test('404 for ids that nobody has, on every route with an id', async () => {
  const own = bearer(await token(sandbox));
  const routes = known(({ route }) => route.includes(':'));
  expect(await others(routes, { own, status: 404, body: NOT_FOUND })).toEqual([]);
});

test('404 for paths that are none', async () => {
  const own = bearer(await token(sandbox));
  for (const route of ['GET /nowhere', 'PATCH /tickets', 'DELETE /tickets', 'POST /users/me']) {
    const response = await call(sandbox, route, { own });
    expect([route, response.status, await response.json()]).toEqual([
      route,
      404,
      { error: 'InvalidEndpoint', description: 'Not found' },
    ]);
  }
});
