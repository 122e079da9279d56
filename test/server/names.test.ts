import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createSessions } from '../../server/leads/session.ts';
import { createZendeskNames } from '../../server/names/zendesk-names.ts';
import { createZendesk } from '../../server/zendesk/index.ts';
import { PRIYA, TOM } from './reconcile/support/people.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

const organizations = z.object({ organizations: z.array(z.object({ id: z.number(), name: z.string() })) });
const FORMULA = '=HYPERLINK("http://evil.example","Foundry, Court")';

let world: World;
let [ticket, site] = [0, 0];
beforeAll(async () => {
  world = await startWorld({ LEAD_GROUPS: '502' });
  const known = organizations.parse(await world.priya.call('GET', 'organizations'));
  site = known.organizations[0]?.id ?? 0;
  await world.priya.call('PUT', `organizations/${site}`, { organization: { name: FORMULA } });
  ticket = await world.acknowledged({ assignee_id: TOM, organization_id: site });
});
afterAll(() => world?.stop());

const asked = (path: string): number =>
  world.demo.sandbox.requests().filter((one) => one.path.startsWith(`/api/v2/${path}`)).length;

async function get(path: string): Promise<string> {
  const { appSecrets: secrets, zendesk } = world.demo.config;
  const sessions = createSessions({ secrets, account: zendesk.baseUrl });
  const { token } = await sessions.issue({ userId: PRIYA, access: 'lead', startedAt: Date.now() });
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${world.demo.service.url}/api/v1/${path}`, { headers });
  expect(reply.status).toBe(200);
  return reply.text();
}

const NAMED = 'columns=ticket_id,assignee_id,assignee_name,organization_name,brand_name';

describe('the register as a file', () => {
  // First, while none is known.
  it('asks for no name that no column shows', async () => {
    const before = asked('organizations/show_many') + asked('brands');
    await get(`cases.csv?columns=ticket_id,organization_id,brand_id&tickets=${ticket}`);
    expect(asked('organizations/show_many') + asked('brands')).toBe(before);
  });

  it('has names beside ids, never as a formula, and asks for each once', async () => {
    const before = asked('users/show_many');
    const lines = (await get(`cases.csv?${NAMED}&tickets=${ticket}`)).split('\r\n');
    expect(lines[1]).toMatch(
      new RegExp(
        `^${ticket},${TOM},Tom Walsh,"'=HYPERLINK\\(""http://evil.example"",""Foundry, Court""\\)",\\w+`,
      ),
    );
    await get(`cases.csv?${NAMED}&tickets=${ticket}`);
    expect(asked('users/show_many') - before).toBe(1);
  });
});

it('the report says by what it is filtered in names', async () => {
  expect(await get(`report.html?organization=${site}`)).toContain(
    '=HYPERLINK(&quot;http://evil.example&quot;,&quot;Foundry, Court&quot;)',
  );
});

describe('names', () => {
  const setUp = (patienceMs?: number) => {
    const { baseUrl, clientId, clientSecret } = world.demo.config.zendesk;
    const { rest } = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read tickets:write' });
    const failures: unknown[] = [];
    let now = 0;
    const names = createZendeskNames({
      rest,
      onFailure: (error) => failures.push(error),
      now: () => now,
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
    return {
      names,
      failures,
      pass: (ms: number): void => {
        now += ms;
      },
    };
  };

  it('are asked for a hundred at once, and again after ten minutes', async () => {
    const { names, pass } = setUp();
    const ids = [TOM, PRIYA, ...Array.from({ length: 148 }, (_, index) => 9_000_000 + index)];
    const before = asked('users/show_many');
    expect(await names.of('user', ids)).toEqual(
      new Map([
        [TOM, 'Tom Walsh'],
        [PRIYA, expect.any(String)],
      ]),
    );
    expect(asked('users/show_many') - before).toBe(2);
    pass(9 * 60_000);
    await names.of('user', ids);
    expect(asked('users/show_many') - before).toBe(2);
    pass(2 * 60_000);
    await names.of('user', ids);
    expect(asked('users/show_many') - before).toBe(4);
  });

  it('that can’t be had are left out, and for a minute not asked for again', async () => {
    const { names, failures, pass } = setUp();
    const mend = world.demo.sandbox.faults.add(({ path }) =>
      path.includes('/show_many') ? { status: 403 } : undefined,
    );
    onTestFinished(mend);
    expect(await names.of('user', [TOM])).toEqual(new Map());
    expect(await names.of('user', [TOM])).toEqual(new Map());
    expect(failures).toHaveLength(1);
    mend();
    pass(61_000);
    expect(await names.of('user', [TOM])).toEqual(new Map([[TOM, 'Tom Walsh']]));
  });

  it('that are not told in time are left out, and there for the next question', async () => {
    const { names, failures } = setUp(50);
    const silence = Promise.withResolvers<void>();
    const mend = world.demo.sandbox.faults.add(({ path }) =>
      path.includes('/show_many')
        ? { kind: 'silence', when: 'before', until: () => silence.promise }
        : undefined,
    );
    expect(await names.of('user', [TOM])).toEqual(new Map());
    expect(failures).toHaveLength(1);
    mend();
    silence.resolve();
    await expect.poll(async () => (await names.of('user', [TOM])).get(TOM)).toBe('Tom Walsh');
  });

  it('of nobody are not asked for', async () => {
    const before = world.demo.sandbox.requests().length;
    expect(await setUp().names.of('user', [])).toEqual(new Map());
    expect(world.demo.sandbox.requests().length).toBe(before);
  });
});
