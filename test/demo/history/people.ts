import { readFile } from 'node:fs/promises';
import type { WholeCase } from '../../../server/ledger/index.ts';
import type { SandboxOptions } from '../../sandbox/index.ts';

type Seed = NonNullable<SandboxOptions['seed']>;

const STAFF = ['Maya Collins', 'Kwame Mensah', 'Niamh Doyle', 'Felix Braun', 'Aylin Demir', 'Owen Price'];
const SITES = [
  'Albion Yard, Manchester',
  'Kelham Island, Sheffield',
  'Park Square, Leeds',
  'Harbour Point, Bristol',
  'Student Village, Nottingham',
  'The Mill, Birmingham',
  'Castle Court, Cardiff',
  'Hafenquartier, Hamburg',
];
const SUBJECTS = [
  'Charged twice for March',
  'Seit Wochen kein WLAN',
  'Letter: activation missed',
  'Brief: Rechnung trotz Kündigung',
  'Evening speeds under 5 Mbit/s',
  'Engineer did not turn up',
  'Unfreundliche Auskunft am Telefon',
  'Router replaced three times',
  'No internet since moving in',
  'Refund promised and not paid',
  'Verbindung bricht jeden Abend ab',
  'Contract extended without asking',
];

export const LEADS_STAFF = [1002, 1003, 1004, 1101, 1102, 1103, 1104, 1105, 1106] as const;
export const LEADS_SITES = [601, 602, 603, 604, 701, 702, 703, 704, 705, 706, 707, 708] as const;

/** The demo's account with more people and sites, with the tickets of open cases, and its names in a language. */
export async function seedWith(cases: readonly WholeCase[], locale: string): Promise<Seed> {
  const seed: Seed = JSON.parse(await readFile(new URL('../seed.json', import.meta.url), 'utf8'));
  const staff = STAFF.map((name, index) => ({
    id: 1101 + index,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@ask4.example`,
    role: 'agent' as const,
    group_ids: [501],
  }));
  const tickets = cases
    .filter(({ row }) => row.closedAt === null)
    .map(({ row }, index) => ({
      id: row.ticketId,
      subject: SUBJECTS[index % SUBJECTS.length] ?? '',
      requester_id: 2001 + (index % 10),
      status: 'open',
      comments: [{ author_id: 2001 + (index % 10), body: 'See the subject.' }],
    }));
  return {
    ...seed,
    account: { ...seed.account, locale },
    users: [...(seed.users ?? []), ...staff],
    organizations: [
      ...(seed.organizations ?? []),
      ...SITES.map((name, index) => ({ id: 701 + index, name })),
    ],
    tickets: [...(seed.tickets ?? []), ...tickets],
  };
}
