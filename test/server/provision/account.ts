import { type AccountObjects, type ProvisionSettings, provision } from '../../../server/provision/index.ts';
import { createZendesk, type Zendesk } from '../../../server/zendesk/index.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { keepConfiguration } from '../../support/configuration.ts';
import { BARE_COMPANY, PROMISES } from './company.ts';

/** Two agents' seats and one customer for each language; the customers' words are easy to find again. */
export const PEOPLE = {
  service: 101,
  agent: 102,
  english: 201,
  german: 202,
  spanish: 203,
  french: 204,
  dutch: 205,
} as const;
export const TICKETS = { english: 1, german: 2, plain: 3, spanish: 4, french: 5, dutch: 6 } as const;
export const TYPED = 'unmistakable words typed by a customer';

const customer = (id: number, name: string, locale: string) => ({
  id,
  name: `${name} ${TYPED}`,
  email: `${name.toLowerCase()}@customer.example`,
  role: 'end-user' as const,
  locale,
  time_zone: 'Europe/London',
  group_ids: [],
});

const ticket = (id: number, requester: number) => ({
  id,
  subject: `Subject of ${TYPED}`,
  requester_id: requester,
  group_id: 11,
  via: { channel: 'email' },
  comments: [{ author_id: requester, body: `Body of ${TYPED}`, public: true }],
});

const seat = (id: number, name: string, role: 'admin' | 'agent') => ({
  id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@company.example`,
  role,
  locale: 'en-GB',
  time_zone: 'Europe/London',
  group_ids: [11],
});

export const SEED = {
  account: {
    subdomain: 'provisioned',
    name: 'Provisioned',
    locale: 'en-GB',
    timezone: 'Europe/London',
    plan: 'enterprise_plus' as const,
  },
  groups: [{ id: 11, name: 'Complaints' }],
  organizations: [],
  users: [
    { ...seat(PEOPLE.service, 'Complaint Clock', 'admin'), service: true },
    seat(PEOPLE.agent, 'Alex Agent', 'agent'),
    customer(PEOPLE.english, 'Emma', 'en-GB'),
    customer(PEOPLE.german, 'Gerd', 'de'),
    customer(PEOPLE.spanish, 'Elena', 'es'),
    customer(PEOPLE.french, 'Fabienne', 'fr'),
    customer(PEOPLE.dutch, 'Daan', 'nl'),
  ],
  tickets: [
    ticket(TICKETS.english, PEOPLE.english),
    ticket(TICKETS.german, PEOPLE.german),
    ticket(TICKETS.plain, PEOPLE.english),
    ticket(TICKETS.spanish, PEOPLE.spanish),
    ticket(TICKETS.french, PEOPLE.french),
    ticket(TICKETS.dutch, PEOPLE.dutch),
  ],
};

export const SETTINGS: ProvisionSettings = {
  publicUrl: 'https://clock.example',
  company: BARE_COMPANY,
  promises: PROMISES,
  serviceUserId: PEOPLE.service,
  language: 'en',
};

export interface TestAccount extends Zendesk {
  readonly sandbox: Sandbox;
  /** Writes that the account has received, as "PUT /api/v2/macros/1". */
  writes(): string[];
}

/** Only the first provisioned account of a process is provisioned from nothing. */
const configuration = keepConfiguration();

/** An account with everything in it that SETTINGS ask for; what it was written for that is no matter of `writes`. */
export async function startProvisioned(): Promise<TestAccount & { readonly objects: AccountObjects }> {
  const account = await startAccount(configuration.options());
  const objects = await provision(account.rest, SETTINGS);
  configuration.keep(account.sandbox);
  const before = account.writes().length;
  return { ...account, objects, writes: () => account.writes().slice(before) };
}

export async function startAccount(options: Partial<SandboxOptions> = {}): Promise<TestAccount> {
  const sandbox = await startSandbox({ seed: SEED, ...options });
  const zendesk = createZendesk({
    baseUrl: sandbox.url,
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    scope: 'read write',
  });
  const isWrite = ({ method, path }: { method: string; path: string }) =>
    method !== 'GET' && path.startsWith('/api/');
  return {
    ...zendesk,
    sandbox,
    writes: () =>
      sandbox
        .requests()
        .filter(isWrite)
        .map(({ method, path }) => `${method} ${path}`),
  };
}
