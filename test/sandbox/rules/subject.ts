import type { Account } from '../account/account.ts';
import type { AuditEvent, AuditRecord, TicketRecord, UserRecord } from '../account/records.ts';

/** What a condition is asked about: a ticket, and for triggers the update that is being saved. */
export interface RuleSubject {
  account: Account;
  ticket: TicketRecord;
  /** The ticket as it was before the update; absent when it is being created. */
  before?: TicketRecord | undefined;
  /** Present while an update is saved, absent for views and automations. */
  update?: UpdateFacts | undefined;
  /** Whoever looks at a view. */
  viewer?: UserRecord | undefined;
}

export interface UpdateFacts {
  type: 'Create' | 'Change';
  actor: UserRecord;
  comment?: AuditEvent | undefined;
  /** The audit that is being written; its events grow as rules fire. */
  audit?: AuditRecord | undefined;
}

/** All that happened to the ticket, with the update that is being saved. */
export function historyOf(subject: RuleSubject): AuditEvent[] {
  const audits = subject.account.audits.get(subject.ticket.id) ?? [];
  const current = subject.update?.audit;
  return [...audits, ...(current ? [current] : [])].flatMap((audit) => audit.events);
}
