import { createApi } from '../../../server/api/router.ts';
import type { OpenCaseFile } from '../../../server/case-file/index.ts';
import { createApp } from '../../../server/http/app.ts';
import { type Served, serve } from '../../../server/http/serve.ts';
import type { Directory } from '../../../server/leads/directory.ts';
import { createSessions } from '../../../server/leads/session.ts';
import { type CaseRow, type Ledger, openLedger, type WholeCase } from '../../../server/ledger/index.ts';
import { createCalendarSource } from '../../../server/policies/calendars.ts';
import { signJwt } from '../../sandbox/host/jwt.ts';
import { readPolicy } from '../../support/policy.ts';
import { testDatabase } from '../../support/postgres.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { type TestLog, testLog } from './log.ts';
import { startRelay } from './relay.ts';

export const APP_SECRET = 'a-secret-of-the-app-with-forty-letters-.';
export const OLD_SECRET = 'the-secret-before-it-with-forty-letters-';
export const ACCOUNT = 'ask4';
/** The user whose session the tests ask with. */
export const LEAD = 77;

export interface TokenChanges {
  readonly secret?: string;
  readonly algorithm?: string;
  readonly claims?: Record<string, unknown>;
  readonly expiry?: number;
  readonly at?: number;
}

/** As Zendesk's proxy signs it. */
export function token({
  secret = APP_SECRET,
  algorithm = 'HS256',
  claims = {},
  expiry = 60,
  at,
}: TokenChanges = {}) {
  const options = { algorithm, secretKey: secret, expiry, claims: { account: ACCOUNT, ...claims } };
  return signJwt(options, at ?? Date.now());
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  json(): unknown;
}

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly clock: MovableClock;
  readonly told: TestLog;
  /** With a team lead's session, where no other authorization is given. */
  ask(path: string, init?: RequestInit): Promise<ApiAnswer>;
  /** The token of a session that was begun at `startedAt` (real time), now by default. */
  session(access?: 'lead' | 'agent', startedAt?: number): Promise<string>;
  /** Puts cases into the ledger. */
  save(...cases: WholeCase[]): Promise<void>;
  /** Takes the database away. */
  loseDatabase(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestApiOptions {
  readonly secrets?: readonly string[];
  readonly perSecond?: number;
  readonly openCaseFile?: OpenCaseFile;
  /** Where the clock stands at first. */
  readonly now?: string;
  /** The policies' files; that of the UK by default. */
  readonly policies?: readonly string[];
}

/** The app API over real HTTP on a real ledger. */
export async function startApi({
  secrets = [APP_SECRET, OLD_SECRET],
  perSecond = 10_000,
  openCaseFile,
  now = '2026-04-20T12:00:00Z',
  policies: files = ['policies/ask4.yaml'],
}: TestApiOptions = {}): Promise<TestApi> {
  const database = await testDatabase();
  const relay = await startRelay(database.url);
  const ledger = await openLedger({ databaseUrl: relay.url, onError: () => {} });
  const clock = movableClock(now);
  const told = testLog();
  const policies = await Promise.all(files.map(readPolicy));
  const sessions = secrets.length > 0 ? createSessions({ secrets, account: ACCOUNT }) : undefined;
  const session: TestApi['session'] = async (access = 'lead', startedAt = Date.now()) =>
    sessions ? (await sessions.issue({ userId: LEAD, access, startedAt })).token : '';
  const directory: Directory = {
    accessOf: async () => ({ ok: true, access: 'lead', asOf: Date.now() }),
    staff: async () => undefined,
  };
  const api = createApi({
    ledger,
    clock,
    promises: { policies, calendarFrom: createCalendarSource() },
    tokens: { account: ACCOUNT, secrets },
    ...(sessions ? { leads: { sessions, directory, ...(openCaseFile ? { openCaseFile } : {}) } } : {}),
    version: '1.2.3',
    log: told.log,
    perSecond,
  });
  const app = createApp({ secrets: () => ['webhook'], wake: async () => {}, log: told.log, checks: {}, api });
  const served: Served = await serve(app, { port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${served.port}`;
  return {
    url,
    databaseUrl: database.url,
    ledger,
    clock,
    told,
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${await session()}`);
      const response = await fetch(`${url}/api/v1${path}`, { ...init, headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
    },
    session,
    save: async (...cases) => {
      await ledger.transaction(async (tx) => {
        for (const one of cases) await ledger.saveCase(tx, one);
      });
    },
    loseDatabase: relay.cut,
    stop: async () => {
      await served.close(500);
      await ledger.close();
      await database.drop();
    },
  };
}

const at = (text: string): number => Date.parse(text);

export function caseRow(ticketId: number, changes: Partial<CaseRow> = {}): CaseRow {
  return {
    ticketId,
    currentTicketId: ticketId,
    stage: 'acknowledged',
    channel: 'web_form',
    policyId: 'ask4',
    policyVersion: '1',
    outcome: null,
    receivedAt: at('2026-04-01T09:00:00Z'),
    closedAt: null,
    nextDueAt: at('2026-04-27T22:59:00Z'),
    nextDuty: 'ask4.update',
    nextDueDate: '2026-04-27',
    byPost: false,
    rating: null,
    nextLookAt: null,
    requesterId: 9_000 + ticketId,
    assigneeId: null,
    groupId: null,
    brandId: null,
    organizationId: null,
    formId: null,
    category: null,
    flags: [],
    firstMadeAt: null,
    marks: [],
    markedSince: {},
    ticketUpdatedAt: null,
    lostAt: null,
    lostWhy: null,
    updatedAt: at('2026-04-02T09:00:00Z'),
    ...changes,
  };
}

export function wholeCase(ticketId: number, changes: Partial<CaseRow> = {}): WholeCase {
  return { row: caseRow(ticketId, changes), events: [], deadlines: [] };
}
