import type { SeedFile, SeedTicket } from '../../../sandbox/index.ts';
import { macros } from './macros.ts';
import { usersOf } from './people.ts';
import { ticketFields } from './ticket-fields.ts';

/** An account with these tickets, and with the service's set-up where it is provisioned. */
export function seedOf(tickets: readonly SeedTicket[], provisioned: boolean): SeedFile {
  return {
    account: { subdomain: 'sandbox', locale: 'en-GB', timezone: 'Europe/London' },
    groups: [
      { id: 5, name: 'Support' },
      { id: 6, name: 'Complaints' },
    ],
    custom_roles: [
      { id: 71, name: 'Note taker', configuration: { ticket_comment_access: 'none' } },
      { id: 72, name: 'Without tags', configuration: { ticket_tag_editing: false } },
    ],
    users: usersOf(tickets),
    tickets: [...tickets],
    ...(provisioned
      ? {
          ticket_fields: ticketFields(),
          macros: macros(),
        }
      : {}),
  };
}
