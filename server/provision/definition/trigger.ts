import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import type { Localized } from './language.ts';
import { type Conditions, condition, type FieldId } from './rules.ts';
import { titled } from './titles/index.ts';

export const TRIGGER_TITLE: Localized = titled(({ trigger }) => trigger);

export const TRIGGER_DESCRIPTION = 'Tells Complaint Clock that a complaint has changed. Sends ids only.';

/**
 * The stage is there besides the tag so that a complaint whose tag was taken off by hand is still seen. The role
 * condition leaves out the service's own updates, which would wake it for nothing (conditions reference: the value
 * of `role` may be a user's id).
 */
export const triggerConditions = (fieldId: FieldId, serviceUserId: number): Conditions => ({
  all: [condition('role', 'is_not', String(serviceUserId)), condition('status', 'is_not', 'closed')],
  any: [
    condition('current_tags', 'includes', COMPLAINT_TAG),
    condition(`custom_fields_${fieldId('stage')}`, 'present'),
  ],
});

export const FORM_TRIGGER_TITLE: Localized = titled(({ formTrigger }) => formTrigger);

export const FORM_TRIGGER_DESCRIPTION = 'Makes a formal complaint of what a customer sends in by our form.';

/** What an agent makes by the form is recorded by the agent, who knows when it came in. */
export const formTriggerConditions = (formId: number | string): Conditions => ({
  all: [
    condition('update_type', 'is', 'Create'),
    condition('role', 'is', 'end_user'),
    condition('ticket_form_id', 'is', String(formId)),
    condition('current_tags', 'not_includes', COMPLAINT_TAG),
  ],
  any: [],
});

/** Placeholders are not escaped for JSON, so only values without quotes may be sent: an id and a time. */
export const TRIGGER_BODY =
  '{"ticket_id":"{{ticket.id}}","updated_at":"{{ticket.updated_at_with_timestamp}}"}';
