import type { SeedFile } from '../../sandbox/index.ts';

/** People of the tests' account. */
export const SERVICE = 11;
export const AGENT = 12;
export const OTHER_AGENT = 13;
export const ENGLISH = 21;
export const GERMAN = 22;
export const NO_MAIL = 23;
export const SUSPENDED = 24;
export const SUPPORT = 91;
export const BILLING = 92;

/** A small account: English and German customers, two agents, one ticket of each kind. */
export const SEED: SeedFile = {
  account: {
    subdomain: 'probe',
    name: 'Probe',
    locale: 'en-GB',
    timezone: 'Europe/London',
    plan: 'enterprise_plus',
  },
  groups: [
    { id: SUPPORT, name: 'Support' },
    { id: BILLING, name: 'Billing' },
  ],
  users: [
    {
      id: SERVICE,
      name: 'Service Seat',
      email: 'service@probe.example',
      role: 'admin',
      group_ids: [SUPPORT],
      service: true,
    },
    { id: AGENT, name: 'Ada Agent', email: 'ada@probe.example', role: 'agent', group_ids: [SUPPORT] },
    { id: OTHER_AGENT, name: 'Bob Agent', email: 'bob@probe.example', role: 'agent', group_ids: [BILLING] },
    { id: ENGLISH, name: 'Eve Customer', email: 'eve@mail.example', role: 'end-user', locale: 'en-GB' },
    {
      id: GERMAN,
      name: 'Gerd Kunde',
      email: 'gerd@mail.example',
      role: 'end-user',
      locale: 'de',
      time_zone: 'Europe/Berlin',
    },
    { id: NO_MAIL, name: 'Nora Letter', email: null, role: 'end-user' },
    { id: SUSPENDED, name: 'Sid Spam', email: 'sid@spam.example', role: 'end-user', suspended: true },
  ],
  tickets: [
    {
      id: 101,
      subject: 'A question',
      requester_id: ENGLISH,
      via: { channel: 'email' },
      created_at: '-2h',
      comments: [{ author_id: ENGLISH, body: 'Where is it?' }],
    },
    {
      id: 102,
      subject: 'Eine Frage',
      requester_id: GERMAN,
      via: { channel: 'web' },
      created_at: '-1h',
      comments: [{ author_id: GERMAN, body: 'Wo ist es?' }],
    },
  ],
};
