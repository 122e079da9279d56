import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createApi } from '../../../../server/api/router.ts';
import { systemClock } from '../../../../server/clock.ts';
import { createApp } from '../../../../server/http/app.ts';
import { serve } from '../../../../server/http/serve.ts';
import { createLeads, type LeadsPage } from '../../../../server/leads/index.ts';
import { openLedger } from '../../../../server/ledger/index.ts';
import { createZendesk, type Zendesk } from '../../../../server/zendesk/index.ts';
import { holdPort } from '../../../demo/free-port.ts';
import { type Sandbox, type SeedFile, startSandbox } from '../../../sandbox/index.ts';
import { testDatabase } from '../../../support/postgres.ts';
import { type TestLog, testLog } from '../../support/log.ts';

export const SECRET = 'the-app-secret-of-this-account-with-40-.';
export const PRIYA = 12;
export const TOM = 13;
/** An agent in the leads' group, one with the leads' role. */
export const LEA = 14;
export const ROLA = 15;
/** A light agent in the leads' group. */
export const LOU = 16;
export const SUE = 17;
export const EVE = 21;
const [LEADS, CARE] = [91, 92];

const SEED: SeedFile = {
  account: {
    subdomain: 'probe',
    name: 'Probe',
    locale: 'en-GB',
    timezone: 'Europe/London',
    plan: 'enterprise',
  },
  groups: [
    { id: LEADS, name: 'Complaint leads' },
    { id: CARE, name: 'Care' },
  ],
  custom_roles: [
    { id: 701, name: 'Light agent', role_type: 1, configuration: { light_agent: true } },
    { id: 702, name: 'Team lead' },
    { id: 703, name: 'Only own', configuration: { ticket_access: 'assigned-only' } },
  ],
  users: [
    { id: 11, name: 'Seat', email: 'seat@probe.example', role: 'admin', group_ids: [CARE], service: true },
    { id: PRIYA, name: 'Priya', email: 'priya@probe.example', role: 'admin', group_ids: [CARE] },
    { id: TOM, name: 'Tom', email: 'tom@probe.example', role: 'agent', group_ids: [CARE] },
    { id: LEA, name: 'Lea', email: 'lea@probe.example', role: 'agent', group_ids: [CARE, LEADS] },
    {
      id: ROLA,
      name: 'Rola',
      email: 'rola@probe.example',
      role: 'agent',
      group_ids: [CARE],
      custom_role_id: 702,
    },
    {
      id: LOU,
      name: 'Lou',
      email: 'lou@probe.example',
      role: 'agent',
      group_ids: [LEADS],
      custom_role_id: 701,
    },
    {
      id: SUE,
      name: 'Sue',
      email: 'sue@probe.example',
      role: 'agent',
      group_ids: [LEADS],
    },
    { id: EVE, name: 'Eve', email: 'eve@mail.example', role: 'end-user' },
  ],
};

const PAGE = `<!doctype html><html><head><script type="module" src="./assets/page-abc.js"></script></head>
<body><script type="application/json" id="session"></script><a href="./assets/x">x</a></body></html>`;

export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What the page was told; undefined where it is a page of words. */
  readonly session: z.infer<typeof sessionShape> | undefined;
  /** Why it is a page of words. */
  readonly code: string | undefined;
}

export interface Account {
  readonly sandbox: Sandbox;
  readonly zendesk: Zendesk;
  readonly leads: LeadsPage;
  readonly url: string;
  /** Of a second process of the service with the same database, where the page was not built. */
  readonly secondUrl: string;
  readonly told: TestLog;
  /** Real time, as the service sees it. */
  readonly time: { move(ms: number): void; now(): number };
  /** Changes a user in Zendesk, as an administrator does. */
  change(userId: number, change: Record<string, unknown>): Promise<void>;
  /** Takes a user out of the leads' group. */
  leaveLeads(userId: number): Promise<void>;
  ask(
    path: string,
    token: string,
    init?: RequestInit,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** The token that Zendesk puts into the form for a user. */
  tokenFor(userId: number, appId?: number): Promise<string>;
  /** Opens the page as Zendesk's browser does. */
  open(token: string | undefined, changes?: RequestInit, at?: string): Promise<Opened>;
  /** The app's id, its installation's, and those of another app of the account. */
  readonly ids: { readonly app: number; readonly installation: number; readonly otherApp: number };
  stop(): Promise<void>;
}

const sessionShape = z.object({
  token: z.string(),
  expiresAt: z.string(),
  endsAt: z.string(),
  access: z.enum(['lead', 'agent']),
  userId: z.number(),
  nonce: z.string(),
});
const installations = z.object({
  installations: z.array(z.object({ id: z.number(), app_id: z.number(), settings: z.looseObject({}) })),
});

async function builtPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'assets', 'page-abc.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  return folder;
}

async function signIn(url: string, userId: number): Promise<string> {
  const reply = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

function openedFrom(response: Response, html: string): Opened {
  const [, json] = /<script type="application\/json" id="session">(.*?)<\/script>/s.exec(html) ?? [];
  return {
    status: response.status,
    headers: response.headers,
    html,
    session: json ? sessionShape.parse(JSON.parse(json)) : undefined,
    code: /data-code="(\w+)"/.exec(html)?.[1],
  };
}

/** An account with our app and another one installed, and the leads' page of the service on it. */
export async function startAccount(): Promise<Account> {
  const place = await holdPort();
  const publicUrl = `http://127.0.0.1:${place.port}`;
  const sandbox = await startSandbox({
    seed: SEED,
    apps: [
      { folder: '.', settings: { service_url: publicUrl, shared_secret: SECRET } },
      { folder: 'test/contract/fixtures/settings-app', settings: { backend: 'https://other.example' } },
    ],
  });
  const database = await testDatabase();
  const ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
  const { url: baseUrl, clientId, clientSecret } = sandbox;
  const account = { baseUrl, clientId, clientSecret, scope: 'read tickets:write' };
  const zendesk = createZendesk({ ...account, sharePercent: 100 });
  const folder = await builtPage();
  const told = testLog();
  let moved = 0;
  const now = (): number => Date.now() + moved;
  const config = {
    zendesk: account,
    publicUrl,
    leads: { groups: ['complaint LEADS'], roles: ['702'] },
    appSecrets: [SECRET],
    dashboardDir: folder,
  };
  const options = { zendesk, ledger, log: told.log, now };
  const leads = createLeads({ ...options, config });
  const second = createLeads({ ...options, config: { ...config, dashboardDir: join(folder, 'none') } });
  if (!leads.sessions) throw new Error('there are no sessions');
  const api = createApi({
    ledger,
    clock: systemClock,
    tokens: { account: 'probe', secrets: [SECRET] },
    leads: { sessions: leads.sessions, directory: leads.directory },
    version: '1.2.3',
    log: told.log,
  });
  const appWith = ({ dashboard }: LeadsPage) =>
    createApp({
      secrets: () => ['webhook'],
      wake: async () => {},
      log: told.log,
      checks: {},
      api,
      dashboard,
    });
  await place.release();
  const served = await serve(appWith(leads), { port: place.port, host: '127.0.0.1' });
  const beside = await serve(appWith(second), { port: 0, host: '127.0.0.1' });
  const found = installations.parse(await zendesk.rest.get('apps/installations')).installations;
  const ours = found.find(({ settings }) => settings.service_url === publicUrl);
  const other = found.find((one) => one !== ours);
  if (!ours || !other) throw new Error('the apps are not installed');
  const admin = async (method: string, path: string, body?: unknown): Promise<void> => {
    const cookie = await signIn(baseUrl, PRIYA);
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { cookie, 'content-type': 'application/json' };
    const reply = await fetch(`${baseUrl}/api/v2/${path}`, { method, headers, ...sent });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}`);
  };
  return {
    sandbox,
    zendesk,
    leads,
    url: publicUrl,
    secondUrl: `http://127.0.0.1:${beside.port}`,
    told,
    time: {
      move: (ms) => {
        moved += ms;
      },
      now,
    },
    ids: { app: ours.app_id, installation: ours.id, otherApp: other.app_id },
    change: (userId, change) => admin('PUT', `users/${userId}`, { user: change }),
    leaveLeads: async (userId) => {
      const all = await zendesk.rest.list(`users/${userId}/group_memberships`, 'group_memberships');
      const of = z.array(z.object({ id: z.number(), group_id: z.number() })).parse(all);
      const one = of.find(({ group_id: group }) => group === LEADS);
      await admin('DELETE', `group_memberships/${one?.id}`);
    },
    ask: async (path, token, init = {}) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${publicUrl}/api/v1${path}`, { headers, ...init });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    tokenFor: async (userId, appId = ours.app_id) => {
      const cookie = await signIn(baseUrl, userId);
      const reply = await fetch(`${baseUrl}/__sandbox/apps/${appId}/token`, {
        method: 'POST',
        headers: { cookie },
      });
      return z.object({ token: z.string() }).parse(await reply.json()).token;
    },
    open: async (token, changes = {}, at = publicUrl) => {
      const response = await fetch(`${at}/dashboard?origin=${encodeURIComponent(baseUrl)}&app_guid=1`, {
        method: 'POST',
        body: new URLSearchParams(token === undefined ? {} : { token }),
        ...changes,
      });
      return openedFrom(response, await response.text());
    },
    stop: async () => {
      await served.close(500);
      await beside.close(500);
      await ledger.close();
      await database.drop();
      await sandbox.stop();
      await rm(folder, { recursive: true });
    },
  };
}
