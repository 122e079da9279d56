import type { Account } from '../account/account.ts';
import type { AuditEvent, AuditRecord, TicketRecord, UserRecord, Via } from '../account/records.ts';
import type { Renderer } from '../liquid/render.ts';

/** What saving a ticket needs besides the ticket. */
export interface TicketDeps {
  account: Account;
  renderer: Renderer;
}

/** An update that is being saved: the working copy and the audit grow until it is committed. */
export interface Draft extends TicketDeps {
  ticket: TicketRecord;
  before: TicketRecord | undefined;
  actor: UserRecord;
  comment: AuditEvent | undefined;
  audit: AuditRecord;
}

/** All audits of the draft's ticket, with its own. */
export function auditsOf(draft: Draft): AuditRecord[] {
  return [...(draft.account.audits.get(draft.ticket.id) ?? []), draft.audit];
}

/** The `via` of what a rule does. */
export function ruleVia(rule: { id: number; title: string }, rel: 'trigger' | 'automation'): Via {
  return {
    channel: 'rule',
    source: { from: { id: rule.id, title: rule.title, deleted: false, revision_id: 1 }, to: {}, rel },
  };
}
