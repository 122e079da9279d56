import { rm } from 'node:fs/promises';
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
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { testDatabase } from '../../../support/postgres.ts';
import { type TestLog, testLog } from '../../support/log.ts';
import { builtPage, type Opened, openedFrom } from './opened.ts';
import { LEADS, PRIYA, SEED } from './people.ts';

export const SECRET = 'the-app-secret-of-this-account-with-40-.';
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

const installations = z.object({
  installations: z.array(z.object({ id: z.number(), app_id: z.number(), settings: z.looseObject({}) })),
});

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
