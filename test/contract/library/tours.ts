import { account, attachments, installations, oauth, ratings, suspended, webhooks } from './tours/account.ts';
import { dynamicContent, ticketFields, ticketForms } from './tours/content.ts';
import { otherExports, ticketExports } from './tours/exports.ts';
import { organizationMemberships, organizations, organizationWrites } from './tours/organizations.ts';
import { groupMemberships, groups, identities, manyUsers, roles, users } from './tours/people.ts';
import { automations, macros, triggers, views } from './tours/rules.ts';
import { history, manyTickets, search, ticketJobs, ticketPeople, tickets } from './tours/tickets.ts';
import type { Tour } from './tours/tour.ts';

/** Every tour; each has a sandbox of its own. */
export const TOURS: Readonly<Record<string, Tour>> = {
  account,
  attachments,
  automations,
  dynamicContent,
  groupMemberships,
  groups,
  history,
  identities,
  installations,
  macros,
  manyTickets,
  manyUsers,
  oauth,
  organizationMemberships,
  organizationWrites,
  organizations,
  otherExports,
  ratings,
  roles,
  search,
  suspended,
  ticketExports,
  ticketFields,
  ticketForms,
  ticketJobs,
  ticketPeople,
  tickets,
  triggers,
  users,
  views,
  webhooks,
};
