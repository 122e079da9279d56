/** The webhook's name is seen by administrators only, and is the product's own in every language. */
export const WEBHOOK_NAME = 'Complaint Clock';

export const WEBHOOK_DESCRIPTION = 'Where Complaint Clock is told that a complaint has changed.';

/** Called by triggers; can't be changed once the webhook exists. */
export const WEBHOOK_SUBSCRIPTIONS = ['conditional_ticket_events'] as const;

/** @param publicUrl where Zendesk reaches the service, with or without a path */
export function webhookEndpoint(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/u, '')}/webhooks/zendesk`;
}
