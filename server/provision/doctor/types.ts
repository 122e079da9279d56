import type { Instant } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Config } from '../../config.ts';
import type { Zendesk } from '../../zendesk/index.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import type { ProvisionSettings } from '../plan-types.ts';
import type { Living } from './living.ts';
import type { TestTicket } from './test-ticket.ts';

/**
 * `ok`: as it should be. `warning`: works, and a person should know. `problem`: something doesn't work, or will go
 * wrong. `not_checkable`: no answer could be had, by this account's plan, by the API, or because something else failed.
 */
export type FindingStatus = 'ok' | 'warning' | 'problem' | 'not_checkable';

/** One thing that a check has seen, for people and for JSON. */
export interface Finding {
  readonly status: FindingStatus;
  /** What was seen; no text of a ticket and no secret. */
  readonly seen: string;
  /** What to do, with the words of the screen to go to. */
  readonly fix?: string;
}

/** What the checks look at. Each rejects with a ZendeskError where the account refuses. */
export interface DoctorContext {
  /** With the provisioning client; ends with the signal, so that nothing is asked once a person has interrupted. */
  readonly rest: ZendeskRest;
  readonly provisioning: Zendesk;
  readonly service: Zendesk;
  /** The service's client with other scopes, to see what they reach. */
  readonly withScope: (scope: string) => Zendesk;
  readonly config: Pick<Config, 'publicUrl' | 'webhookSecrets' | 'appSecrets'>;
  /** The one that the letters repeat; rejects where the policy files have faults. */
  readonly policy: () => Promise<Policy>;
  /** What a plan is made with; rejects where policy or seat can't be read. */
  readonly settings: () => Promise<ProvisionSettings>;
  readonly living: Living;
  /** Made when first asked for, and deleted when the checks are through. */
  readonly ticket: TestTicket;
  /** The ticket on which an ordinary agent has tried things, where one has. */
  readonly triedOn: number | undefined;
  /** Of this program. */
  readonly version: string;
  /** This machine's time. */
  readonly now: () => Instant;
}

export interface Check {
  /** Stable: scripts may look for it. */
  readonly id: string;
  readonly title: string;
  readonly run: (context: DoctorContext) => Promise<readonly Finding[]>;
}

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}
