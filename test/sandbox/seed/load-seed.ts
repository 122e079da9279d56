import type { Account } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import { stampOf } from '../account/stamp.ts';
import { addField } from '../fields/on-forms.ts';
import { readField } from '../fields/read-field.ts';
import { systemFields } from '../fields/system-fields.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { readAutomation, readMacro, readTrigger } from '../rules/read-rule.ts';
import { readView } from '../rules/read-view.ts';
import { blankUser } from '../users/find-or-create.ts';
import { momentOf } from './moment.ts';
import type { SeedFile, SeedUser } from './seed-file.ts';
import { seedTicket } from './seed-ticket.ts';
import { STANDARD_AUTOMATIONS, STANDARD_TRIGGERS, STANDARD_VIEWS } from './standard-rules.ts';

/**
 * Fills an empty account. Tickets are made by the same code as live ones, at their own times, so that their
 * audits are what live traffic would have left; no webhook is called and no mail counted as sent.
 * @throws Error or Fault naming what in the seed is wrong
 */
export function loadSeed(deps: TicketDeps, seed: SeedFile): void {
  const { account } = deps;
  const start = account.clock.now();
  account.pinned = stampOf(start - 30 * 86_400_000);
  seedBrand(account);
  for (const field of systemFields(account)) addField(account, field);
  seedPeople(account, seed);
  seedRules(account, seed);
  const ordered = [...(seed.tickets ?? [])].sort(
    (a, b) => momentOf(a.created_at ?? '-1h', start) - momentOf(b.created_at ?? '-1h', start),
  );
  for (const ticket of ordered) seedTicket(deps, ticket, start);
  account.pinned = undefined;
  account.outbox.clear();
  account.mails.length = 0;
}

function seedBrand(account: Account): void {
  const { name, subdomain } = account.settings;
  const brand = { id: account.ids.next(), name, subdomain, created_at: account.stamp() };
  account.brands.set(brand.id, brand);
  const now = account.stamp();
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

function seedPeople(account: Account, seed: SeedFile): void {
  const now = account.stamp();
  for (const [index, group] of (seed.groups ?? []).entries()) {
    account.groups.set(group.id, {
      ...group,
      description: '',
      default: index === 0,
      deleted: false,
      is_public: true,
      created_at: now,
      updated_at: now,
    });
    account.ids.reserve('other', group.id);
  }
  for (const organization of seed.organizations ?? []) {
    account.organizations.set(organization.id, {
      domain_names: [],
      tags: [],
      ...organization,
      details: null,
      notes: null,
      group_id: null,
      external_id: null,
      created_at: now,
      updated_at: now,
    });
    account.ids.reserve('other', organization.id);
  }
  for (const user of seed.users ?? []) seedUser(account, user);
}

function seedUser(account: Account, input: SeedUser): void {
  const now = account.stamp();
  account.ids.reserve('other', input.id);
  account.users.set(input.id, {
    ...blankUser(account),
    id: input.id,
    name: input.name,
    email: input.email ?? null,
    role: input.role,
    locale: localeOf(input.locale ?? account.settings.locale).locale,
    time_zone: input.time_zone ?? account.settings.timezone,
    phone: input.phone ?? null,
    details: input.details ?? '',
    tags: input.tags ?? [],
    organization_id: input.organization_id ?? null,
    default_group_id: input.group_ids?.[0] ?? null,
    suspended: input.suspended ?? false,
  });
  for (const [index, group_id] of (input.group_ids ?? []).entries()) {
    if (!account.groups.has(group_id))
      throw new Error(`Seed: user ${input.id} is in group ${group_id}, which the seed does not have.`);
    const id = account.ids.next();
    account.memberships.set(id, {
      id,
      user_id: input.id,
      group_id,
      default: index === 0,
      created_at: now,
      updated_at: now,
    });
  }
}

function seedRules(account: Account, seed: SeedFile): void {
  for (const body of seed.ticket_fields ?? []) addField(account, readField(account, body));
  for (const body of seed.macros ?? []) put(account.macros, readMacro(account, body));
  for (const body of seed.triggers ?? STANDARD_TRIGGERS) put(account.triggers, readTrigger(account, body));
  for (const body of STANDARD_AUTOMATIONS) put(account.automations, readAutomation(account, body));
  for (const body of seed.views ?? STANDARD_VIEWS) put(account.views, readView(account, body));
}

function put<Item extends { id: number }>(map: Map<number, Item>, item: Item): void {
  map.set(item.id, item);
}
