import type { FormRecord, TicketRecord } from '../account/records.ts';
import { badRequest } from '../fault.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { readTicketChange } from './change.ts';
import { createTicket } from './create.ts';
import { channelVia } from './via.ts';

/** A form of the help center, filled in by a customer. */
export interface InboundForm {
  userId: number;
  formId: number;
  subject: string;
  body: string;
  /** Answers by field. */
  fields: readonly { id: number; value: unknown }[];
}

/**
 * Takes a form in as a ticket of the channel `web`, made by the customer. Only what the help center would have shown
 * can be sent: a form that end users see, and fields on it that they may edit.
 * @throws Fault
 */
export function receiveForm(deps: TicketDeps, input: InboundForm): TicketRecord {
  const { account } = deps;
  const user = account.users.get(input.userId);
  if (!user) throw badRequest('user_id must be a user of this account');
  const form = account.forms.get(input.formId);
  if (!form?.active || !form.end_user_visible)
    throw badRequest('form_id must be an active form that end users see');
  for (const { id } of input.fields) checkField(deps, form, id);
  const { subject, body, fields } = input;
  const change = readTicketChange({
    subject,
    comment: { body, public: true },
    ticket_form_id: form.id,
    custom_fields: fields,
  });
  const via = channelVia('web', { account, requester: user });
  return createTicket(deps, { change, requester: user }, { user, via }).ticket;
}

function checkField({ account }: TicketDeps, form: FormRecord, id: number): void {
  const field = account.fields.get(id);
  if (!field?.active || !form.ticket_field_ids.includes(id))
    throw badRequest(`field ${id} is not on the form`);
  if (!field.visible_in_portal || !field.editable_in_portal)
    throw badRequest(`field ${id} can't be edited by end users`);
}
