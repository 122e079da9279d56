import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Look } from '../jobs/index.ts';
import type { Round } from '../jobs/rounds.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { Promises } from '../policies/promises.ts';
import type { PolicyText } from '../policies/texts.ts';
import type { CaseSource } from '../reconcile/read-case.ts';
import type { Waits } from '../waits.ts';
import type { Zendesk } from '../zendesk/index.ts';

/** What the look is built from. */
export interface ServiceParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly waits: Waits;
  readonly log: Logger;
  readonly ledger: Ledger;
  readonly zendesk: Zendesk;
  /** Complaints recorded before it are taken in silently; epoch milliseconds. Settled by the start where left out. */
  readonly liveSince?: number;
  /** Where what is done is counted; left out by commands, which nobody asks for figures. */
  readonly metrics?: Pick<Metrics, 'onStep' | 'onSwept'>;
}

export interface Prepared {
  readonly look: Look;
  /** Complaints recorded before it are taken in silently; epoch milliseconds. */
  readonly liveSince?: number;
  /** What is done again and again besides looks: sweep, check, retention. */
  readonly rounds?: readonly Round[];
  /** The webhook's signing secrets, the current one first; asked for at each webhook. */
  readonly webhookSecrets: () => readonly string[];
  /** Reads them again, where one may have been replaced; true where there is a new one. */
  readonly renewSecrets?: () => Promise<boolean>;
  /** What the app API tells of; left out, it knows no policy. */
  readonly promises?: Promises;
  /** What a case is read by for its file; left out, no case has one. */
  readonly caseSource?: CaseSource & Pick<Promises, 'calendarFrom'>;
  /** The policies as they stand in their files. */
  readonly policyTexts?: readonly PolicyText[];
}
