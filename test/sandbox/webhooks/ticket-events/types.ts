/**
 * The events of tickets that a webhook can subscribe to, as Zendesk lists them; `zen:event-type:ticket.` comes before
 * each. Spam, attachments that are redacted, and SLA, OLA and schedule of a ticket never make one here.
 */
export const TICKET_EVENTS = [
  'agent_assignment_changed',
  'attachment_linked_to_comment',
  'attachment_redacted_from_comment',
  'brand_changed',
  'comment_added',
  'comment_made_private',
  'comment_redacted',
  'created',
  'custom_field_changed',
  'custom_status_changed',
  'description_changed',
  'email_ccs_changed',
  'external_id_changed',
  'followers_changed',
  'form_changed',
  'group_assignment_changed',
  'marked_as_spam',
  'merged',
  'ola_policy_changed',
  'organization_changed',
  'permanently_deleted',
  'priority_changed',
  'problem_link_changed',
  'requester_changed',
  'schedule_changed',
  'sla_policy_changed',
  'soft_deleted',
  'status_changed',
  'subject_changed',
  'submitter_changed',
  'tags_changed',
  'task_due_at_changed',
  'type_changed',
  'undeleted',
] as const;

export type TicketEventName = (typeof TICKET_EVENTS)[number];

const PREFIX = 'zen:event-type:';

export const eventType = (name: TicketEventName) => `${PREFIX}ticket.${name}`;

/** Other domains have events too. They can be subscribed to; nothing in the sandbox makes them happen. */
const OTHER_DOMAINS =
  /^(user|organization|article|community_post|agent|messaging_ticket|omnichannel_config)\.\w+$/;

/** Is this a type of event that a webhook may subscribe to? */
export function isEventType(text: string): boolean {
  if (!text.startsWith(PREFIX)) return false;
  const name = text.slice(PREFIX.length);
  return TICKET_EVENTS.some((one) => name === `ticket.${one}`) || OTHER_DOMAINS.test(name);
}
