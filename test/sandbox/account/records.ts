/**
 * The records of the account. Property names are Zendesk's own, so that presenting a record is adding
 * what Zendesk computes (`url`, sideloads) and nothing is renamed twice. Stamps are ISO strings of whole seconds.
 */
export type * from './content-records.ts';
export type * from './custom-status-records.ts';
export type * from './field-records.ts';
export type * from './organization-membership-records.ts';
export type * from './people-records.ts';
export type * from './rating-records.ts';
export type * from './rule-records.ts';
export type * from './schedule-records.ts';
export type { Stamp } from './stamp.ts';
export type * from './suspended-records.ts';
export type * from './ticket-records.ts';
