import type { Story } from './scenario.ts';

/** What has happened to one complaint, written down by those who did it; instants are Zendesk's stamps, epoch ms. */
export interface Told {
  readonly story: Story;
  /** The tickets on which it went on, the last being the present one. */
  readonly tickets: number[];
  readonly requester: { readonly id: number; readonly email: string | null };
  /** When the ticket was made, and when its requester wrote before it was recorded. */
  readonly createdAt: number;
  readonly wrote: number[];
  recordedAt?: number;
  /** When a letter came in, as the agent said. */
  saidReceivedAt?: number;
  postedAt?: number;
  /** Status updates that count, the first first; those that never went out, as somebody found, are taken out again. */
  readonly updates: number[];
  /** Those: until then each stood for an acknowledgement. */
  readonly voided: number[];
  /** When the customer was told that the response takes longer. */
  extendedAt?: number;
  respondedAt?: number;
  appealOpen: boolean;
  withdrawnAt?: number;
}

/** When the status update was sent from which the response is counted. */
export const updatedAt = ({ updates }: Pick<Told, 'updates'>): number | undefined => updates[0];

/** When the complaint reached the company: as said, else the requester's latest word when it was recorded. */
export function receivedAt({ saidReceivedAt, wrote, createdAt }: Told): number {
  return saidReceivedAt ?? (wrote.length > 0 ? Math.max(...wrote) : createdAt);
}
