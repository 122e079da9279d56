import { account, jobs, search } from './areas/account.ts';
import { apps } from './areas/apps.ts';
import { attachments } from './areas/attachments.ts';
import { commentEdits, uploads } from './areas/comment-edits.ts';
import { dynamicContent } from './areas/dynamic-content.ts';
import { groupMemberships, groups } from './areas/groups.ts';
import { incremental } from './areas/incremental.ts';
import { oauthClients, oauthTokens } from './areas/oauth.ts';
import { organizationMemberships, organizations, organizationWrites } from './areas/organizations.ts';
import { satisfactionRatings, suspendedTickets } from './areas/ratings-and-suspended.ts';
import { automations, macros, triggers, views } from './areas/rules.ts';
import {
  manyAutomations,
  manyMacros,
  manyTriggers,
  manyViews,
  triggerCategories,
} from './areas/rules-more.ts';
import { schedules } from './areas/schedules.ts';
import { customRoles, customStatuses } from './areas/statuses-and-roles.ts';
import { deletedTickets, ticketJobs, ticketPeople } from './areas/ticket-bulk.ts';
import { ticketFields, ticketForms } from './areas/ticket-fields.ts';
import { auditEvents, ticketHistory, ticketTags } from './areas/ticket-history.ts';
import { tickets } from './areas/tickets.ts';
import { identities, userTags, userWrites } from './areas/user-more.ts';
import { users } from './areas/users.ts';
import { webhooks } from './areas/webhooks.ts';
import type { Area } from './walk.ts';

/** Every area of the walk; each has a sandbox of its own. */
export const AREAS: Readonly<Record<string, Area>> = {
  account,
  apps,
  attachments,
  auditEvents,
  automations,
  commentEdits,
  customRoles,
  customStatuses,
  deletedTickets,
  dynamicContent,
  groupMemberships,
  groups,
  identities,
  incremental,
  jobs,
  macros,
  manyAutomations,
  manyMacros,
  manyTriggers,
  manyViews,
  oauthClients,
  oauthTokens,
  organizationMemberships,
  organizationWrites,
  organizations,
  satisfactionRatings,
  schedules,
  search,
  suspendedTickets,
  ticketFields,
  ticketForms,
  ticketHistory,
  ticketJobs,
  ticketPeople,
  ticketTags,
  tickets,
  triggerCategories,
  triggers,
  uploads,
  userTags,
  userWrites,
  users,
  views,
  webhooks,
};
