import type { Logger } from 'pino';
import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import { STAGES } from '../../domain/stage.ts';
import { OPTION_PREFIX } from '../../domain/terms.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Ledger } from '../ledger/index.ts';
import { needRebuild } from '../rebuild/needed.ts';
import { exportPage } from '../sweep/export.ts';
import { instant } from '../zendesk/parse-ticket.ts';
import type { ZendeskRest } from '../zendesk/port.ts';

const reply = z.object({ trigger: z.object({ created_at: instant }) });

/** When the product's trigger was made: never later than the first start. Rejects with a ZendeskError. */
export async function triggerMadeAt(rest: Pick<ZendeskRest, 'get'>, triggerId: number): Promise<Instant> {
  return reply.parse(await rest.get(`triggers/${triggerId}`)).trigger.created_at;
}

/** Whether some ticket has a stage, which nobody but the service gives: this account has been worked on before. */
async function hasCases(rest: Pick<ZendeskRest, 'get'>): Promise<boolean> {
  const stages = STAGES.map((stage) => `tags:${OPTION_PREFIX.stage}${stage}`);
  const { tickets } = await exportPage(rest, stages.join(' '), undefined);
  return tickets.length > 0;
}

export interface FirstStart {
  readonly at: Instant;
  /** Whether the ledger was lost: the account has cases that it knows nothing of. */
  readonly isLost: boolean;
}

/**
 * Since when complaints are acknowledged, where the ledger doesn't say: from now on, unless the account has cases. Then
 * it is the ledger that was emptied, and what is owed since the trigger was made must not be dropped.
 */
export async function firstLiveSince(
  { rest, clock }: { readonly rest: Pick<ZendeskRest, 'get'>; readonly clock: Clock },
  triggerId: number,
): Promise<FirstStart> {
  // To the second, as Zendesk stamps: what is recorded in the very second of the start is ours to acknowledge.
  const started = Math.floor(clock.now() / 1_000) * 1_000;
  if (!(await hasCases(rest))) return { at: started, isLost: false };
  return { at: Math.min(await triggerMadeAt(rest, triggerId), started), isLost: true };
}

export interface LiveSinceOptions {
  readonly config: Pick<Config, 'liveSince'>;
  readonly ledger: Pick<Ledger, 'readSetting' | 'settleSetting' | 'writeSetting'>;
  readonly rest: Pick<ZendeskRest, 'get'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Since when complaints are acknowledged: the setting, else what the ledger has from the first start. A ledger that
 * has nothing is given it, and where it was emptied, the log and `/readyz` say so until it is rebuilt.
 */
export async function settleLiveSince(options: LiveSinceOptions, triggerId: number): Promise<Instant> {
  const { config, ledger, log, clock } = options;
  const known = await ledger.readSetting('live_since');
  if (known !== undefined) return config.liveSince ?? Date.parse(known);
  const { at, isLost } = await firstLiveSince(options, triggerId);
  // Before the setting: a start that is cut off in between finds the same again.
  if (isLost) await needRebuild(ledger, clock.now());
  const first = Date.parse(await ledger.settleSetting('live_since', new Date(at).toISOString()));
  const liveSince = config.liveSince ?? first;
  if (isLost) {
    log.warn(
      { liveSince: new Date(liveSince).toISOString() },
      'the ledger is empty, but the account has cases: run npm run rebuild. Complaints recorded since liveSince are acknowledged unless their tickets show that they were',
    );
  }
  return liveSince;
}
