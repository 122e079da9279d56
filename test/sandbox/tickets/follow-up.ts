import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { setField, setTags } from './tag-fields.ts';

/** Gives a follow-up what Zendesk lets it inherit from the closed ticket: tags, custom fields, and the basics. */
export function inheritFrom(account: Account, source: TicketRecord, ticket: TicketRecord): void {
  ticket.subject = source.subject;
  ticket.priority = source.priority;
  ticket.type = source.type;
  ticket.group_id = source.group_id;
  ticket.ticket_form_id = source.ticket_form_id;
  ticket.brand_id = source.brand_id;
  for (const [id, value] of source.values) {
    const field = account.fields.get(id);
    if (field?.active) setField(ticket, field, value);
  }
  setTags(ticket, [...ticket.tags, ...source.tags], account.fields.values());
}
