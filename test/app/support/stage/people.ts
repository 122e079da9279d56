import type { SeedFile, SeedTicket } from '../../../sandbox/index.ts';
import { agents, SERVICE } from './ids.ts';

type Users = NonNullable<SeedFile['users']>;

/** The service, its agents, and the customers of these tickets. */
export function usersOf(tickets: readonly SeedTicket[]): Users {
  return [
    {
      id: SERVICE,
      name: 'Service',
      email: 'service@example.com',
      role: 'admin',
      service: true,
      group_ids: [5],
    },
    {
      id: agents.english,
      name: 'Amira Shah',
      email: 'amira@example.com',
      role: 'agent',
      locale: 'en-GB',
      group_ids: [5],
    },
    {
      id: agents.german,
      name: 'Jonas Weber',
      email: 'jonas@example.com',
      role: 'agent',
      locale: 'de',
      time_zone: 'Europe/Berlin',
      group_ids: [5],
    },
    ...[
      { id: agents.notesOnly, name: 'Priya Nair' },
      { id: agents.untagged, name: 'Tom Walsh' },
    ].map(({ id, name }, index) => ({
      id,
      name,
      email: `restricted${index + 1}@example.com`,
      role: 'agent' as const,
      locale: 'en-GB',
      custom_role_id: 71 + index,
      group_ids: [5],
    })),
    ...[
      { id: agents.spanish, name: 'Lucía Ortega', locale: 'es', time_zone: 'Europe/Madrid' },
      { id: agents.french, name: 'Camille Laurent', locale: 'fr', time_zone: 'Europe/Paris' },
      { id: agents.dutch, name: 'Sanne de Vries', locale: 'nl', time_zone: 'Europe/Amsterdam' },
    ].map((user) => ({
      ...user,
      email: `${user.locale}@example.com`,
      role: 'agent' as const,
      group_ids: [5],
    })),
    ...customersOf(tickets),
    { id: 20, name: 'Ms Patel', email: 'patel@example.com', role: 'end-user', locale: 'en-GB' },
    { id: 21, name: 'Mr Byrne', email: null, role: 'end-user', locale: 'en-GB' },
  ];
}

/** Tickets of customers that nobody else has any of: their numbers begin here. */
export const OWN_CUSTOMERS = 1000;

function customersOf(tickets: readonly SeedTicket[]): Users {
  const ids = new Set(tickets.map(({ requester_id }) => requester_id).filter((id) => id >= OWN_CUSTOMERS));
  return [...ids].map((id) => ({
    id,
    name: 'Ms Patel',
    email: `patel${id}@example.com`,
    role: 'end-user' as const,
    locale: 'en-GB',
  }));
}
