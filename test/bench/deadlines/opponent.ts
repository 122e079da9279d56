import type { Instant } from '../../../domain/local-date.ts';

export interface Setup {
  readonly zone: string;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Another way to work out when something is due. */
export interface Opponent {
  readonly name: string;
  /** With all that it needs. */
  readonly full: string;
  /** The end of the civil day that lies so many working days after the instant's, Monday to Friday without holidays. */
  dueAt(receivedAt: Instant, workingDays: number): Instant;
}
