import { readFile } from 'node:fs/promises';
import { promisesOf } from '../../../server/provision/definition/promises.ts';
import type { AccountObjects } from '../../../server/provision/discover.ts';
import { provision } from '../../../server/provision/provision.ts';
import { createZendesk } from '../../../server/zendesk/index.ts';
import { freePort } from '../../demo/free-port.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { readPolicy } from '../../support/policy.ts';

export interface AccountOptions {
  /** Tickets that are complaints from the start, recorded before the service lived. */
  readonly complaints: number;
  /** What each call takes on top. */
  readonly latencyMs: number;
}

/** An account with complaints in it, where a service may be started on `port`. */
export interface BenchAccount {
  readonly sandbox: Sandbox;
  readonly objects: AccountObjects;
  readonly firstTicket: number;
  readonly port: number;
  /** The settings of a service on it, by the names of its environment. */
  settings(databaseUrl: string): Record<string, string>;
}

type Seed = NonNullable<SandboxOptions['seed']>;

const FIRST_TICKET = 10_000;
const REQUESTER = 2001;

/** The demo's people, and complaints of two hours ago. */
async function seedWith(complaints: number): Promise<Seed> {
  const read: Seed = JSON.parse(await readFile(new URL('../../demo/seed.json', import.meta.url), 'utf8'));
  const tickets = Array.from({ length: complaints }, (_, index) => ({
    id: FIRST_TICKET + index,
    subject: `Complaint ${index + 1}`,
    requester_id: REQUESTER,
    status: 'open',
    via: { channel: 'web' },
    tags: ['formal_complaint'],
    created_at: '-2h',
    comments: [{ author_id: REQUESTER, created_at: '-2h', body: 'It does not work.' }],
  }));
  return { ...read, tickets };
}

export async function startAccount({ complaints, latencyMs }: AccountOptions): Promise<BenchAccount> {
  const sandbox = await startSandbox({
    seed: await seedWith(complaints),
    latencyMs,
    plan: 'enterprise_plus',
  });
  const { url: baseUrl, clientId, clientSecret } = sandbox;
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const zendesk = createZendesk({ baseUrl, clientId, clientSecret, scope: 'read write' });
  const policy = await readPolicy('policies/ask4.yaml');
  const objects = await provision(zendesk.rest, {
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: (await zendesk.port.me()).id,
    language: 'en',
  });
  return {
    sandbox,
    objects,
    firstTicket: FIRST_TICKET,
    port,
    settings: (databaseUrl) => ({
      ZENDESK_URL: baseUrl,
      ZENDESK_CLIENT_ID: clientId,
      ZENDESK_CLIENT_SECRET: clientSecret,
      PUBLIC_URL: publicUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      RATE_SHARE: '100',
      ZENDESK_ACCOUNT: 'bench',
      // All that the account begins with is older, and taken in without a word to the customer.
      LIVE_SINCE: new Date().toISOString(),
    }),
  };
}
