import { fileURLToPath } from 'node:url';
import type { AppPackage, SeedFile } from '../../sandbox/index.ts';
import { ENGLISH, GERMAN, SEED } from './seed.ts';

export const ACME = 301;
export const CC = 302;
export const SPAM = 501;

/** The tests' account with something of every kind in it, for those who look at all of it. */
export const RICH_SEED: SeedFile = {
  ...SEED,
  account: { ...SEED.account, email_ccs: true },
  organizations: [
    { id: ACME, name: 'Acme', domain_names: ['acme.example'], tags: ['key_account'], external_id: 'acme-1' },
    { id: CC, name: 'Compliance Council', external_id: 'cc-1' },
  ],
  users: (SEED.users ?? []).map((user) => (user.id === GERMAN ? { ...user, organization_id: ACME } : user)),
  tickets: (SEED.tickets ?? []).map((ticket) =>
    ticket.requester_id === GERMAN ? { ...ticket, organization_id: ACME } : { ...ticket, status: 'solved' },
  ),
  satisfaction_ratings: [{ ticket_id: 101, score: 'good', comment: 'Quick' }],
  suspended_tickets: ['Win now', 'Win more', 'Win all', 'Win again'].map((subject, index) => ({
    id: SPAM + index,
    from: { name: 'Sid Spam', email: 'sid@lottery.example' },
    subject,
    content: 'You have won.',
  })),
};

/** The requester of the ticket that is solved, and so can be rated. */
export const RATER = ENGLISH;

export const PROBE_APP: AppPackage = {
  folder: fileURLToPath(new URL('../../sandbox/fixtures/probe-app', import.meta.url)),
};
