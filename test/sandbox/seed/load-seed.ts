import type { Account } from '../account/account.ts';
import { stampOf } from '../account/stamp.ts';
import { addField } from '../fields/on-forms.ts';
import { systemFields } from '../fields/system-fields.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { addStandardStatuses } from '../tickets/custom-statuses.ts';
import { momentOf } from './moment.ts';
import { seedAftermath } from './seed-aftermath.ts';
import type { SeedFile } from './seed-file.ts';
import { seedPeople } from './seed-people.ts';
import { seedRules } from './seed-rules.ts';
import { seedTicket } from './seed-ticket.ts';

/**
 * Fills an empty account. Tickets are made by the same code as live ones, at their own times, so that their
 * audits are what live traffic would have left; no webhook is called and no mail counted as sent.
 * @throws Error naming what in the seed is wrong, and where
 */
export function loadSeed(deps: TicketDeps, seed: SeedFile): void {
  const { account } = deps;
  const start = account.clock.now();
  account.pinned = stampOf(start - 30 * 86_400_000);
  seedBrand(account);
  addStandardStatuses(account);
  for (const field of systemFields(account)) addField(account, field);
  seedPeople(account, seed);
  seedRules(account, seed);
  const ordered = [...(seed.tickets ?? [])].sort(
    (a, b) => momentOf(a.created_at ?? '-1h', start) - momentOf(b.created_at ?? '-1h', start),
  );
  for (const ticket of ordered) seedTicket(deps, ticket, start);
  seedAftermath(account, seed, start);
  account.pinned = undefined;
  account.outbox.clear();
  account.mails.length = 0;
}

function seedBrand(account: Account): void {
  const { name, subdomain } = account.settings;
  const now = account.stamp();
  const brand = { id: account.ids.next(), name, subdomain, active: true, default: true };
  account.brands.set(brand.id, { ...brand, created_at: now, updated_at: now });
  const form = {
    id: account.ids.next(),
    name: 'Default Ticket Form',
    display_name: 'Default Ticket Form',
    end_user_visible: true,
    position: 1,
    active: true,
    default: true,
    ticket_field_ids: [],
    agent_conditions: [],
    end_user_conditions: [],
    created_at: now,
    updated_at: now,
  };
  account.forms.set(form.id, form);
}
