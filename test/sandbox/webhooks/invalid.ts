import { coded, type Fault } from '../fault.ts';

/** What this API answers to a webhook that cannot be. */
export const invalidWebhook = (detail: string): Fault =>
  coded(400, 'InvalidWebhook', 'Invalid webhook', detail);
