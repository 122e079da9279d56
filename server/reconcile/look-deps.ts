import type { Instant } from '../../domain/local-date.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Waits } from '../waits.ts';
import type { TicketUpdate } from '../zendesk/port.ts';
import type { DraftDeps } from './draft.ts';

/** What a look did, for the log and for whoever watches. Holds no text of the ticket. */
export interface Step {
  readonly ticketId: number;
  /** Undefined where the complaint was taken back, and what the service had written with it. */
  readonly plan: Plan | undefined;
  /** Undefined where the ticket said it all already. */
  readonly update: TicketUpdate | undefined;
  readonly at: Instant;
}

export interface LookDeps extends DraftDeps {
  readonly clock: Clock;
  readonly cases: Pick<
    Ledger,
    'casesOn' | 'readCase' | 'saveCase' | 'removeCase' | 'takeSendSlot' | 'isTombstoned' | 'wake'
  >;
  readonly waits: Waits;
  readonly onStep: (step: Step) => void;
}
