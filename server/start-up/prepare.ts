import { z } from 'zod';
import { coverageFault, createCalendarSource } from '../policies/calendars.ts';
import { listedPaths, PolicyFileError, readPolicies } from '../policies/index.ts';
import { readPolicyTexts } from '../policies/texts.ts';
import { withSchedules } from '../policies/with-schedules.ts';
import { type AccountObjects, discoverAccount, readSigningSecret } from '../provision/discover.ts';
import { createLook, type LookDeps, type Step } from '../reconcile/look.ts';
import { createPeople } from '../reconcile/people.ts';
import type { Prepared, ServiceParts } from '../start.ts';
import { createNotingLook } from '../sweep/noting-look.ts';
import type { Swept } from '../sweep/sweep.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { scopeFault } from '../zendesk/scopes.ts';
import { settleLiveSince } from './live-since.ts';
import { createRounds } from './rounds.ts';
import { createWebhookSecrets } from './webhook-secrets.ts';

const groupReply = z.object({ group: z.object({ name: z.string() }) });

async function groupName(rest: ZendeskRest, id: number): Promise<string | undefined> {
  const reply = groupReply.safeParse(await rest.get(`groups/${id}`));
  return reply.success ? reply.data.group.name : undefined;
}

/** What a step did, for the log: codes and dates only, no text of the ticket. */
export function logStep({ log }: Pick<ServiceParts, 'log'>): (step: Step) => void {
  return ({ ticketId, plan, update }) => {
    if (!update) return;
    if (!plan) {
      log.info({ ticketId }, 'complaint taken back, ticket updated');
      return;
    }
    const sent = update.comment?.public === true ? 'acknowledgement' : undefined;
    const notes = update.comment?.public === false ? plan.notes.map((note) => note.code) : [];
    const { stage } = plan.kase;
    log.info(
      { ticketId, stage, sent, notes, tags: [...plan.tags], marks: plan.marks.map(({ code }) => code) },
      'ticket updated',
    );
  };
}

export interface PrepareOptions {
  /** Whether to try what the token may do, which takes a write to a ticket that no account has; true by default. */
  readonly tryScopes?: boolean;
  /** Told of every sweep; for the metrics. */
  readonly onSwept?: (swept: Swept) => void;
  /** Told of every look that was carried out; for the demo's lines. */
  readonly onStep?: (step: Step) => void;
}

/** All that is known once policy and account were read, for the commands too. */
export interface PreparedAll extends Prepared {
  readonly lookDeps: LookDeps;
  readonly account: AccountObjects;
}

/** Reads the policy and finds the account's objects. Rejects, saying what to do, where either is not as it must be. */
export function createPrepare({ onStep, onSwept = () => {}, tryScopes = true }: PrepareOptions = {}) {
  return async (parts: ServiceParts): Promise<PreparedAll> => {
    const { config, clock, waits, ledger, zendesk } = parts;
    const scopes = tryScopes ? await scopeFault(zendesk) : undefined;
    if (scopes) throw new Error(scopes);
    const policies = await withSchedules(await readPolicies(listedPaths(config.policy)), zendesk.rest);
    const policyTexts = await readPolicyTexts(listedPaths(config.policy));
    const short = policies.flatMap((policy) => coverageFault(policy, clock.now()) ?? []);
    if (short.length > 0) throw new PolicyFileError(short.join('\n'));
    const [secret] = config.webhookSecrets;
    const found = await discoverAccount(zendesk.rest, secret === undefined ? {} : { signingSecret: secret });
    if (!found.ok) {
      const lines = found.missing.map(({ key, message }) => `  ${key}: ${message}`);
      throw new Error(`the Zendesk account is not ready:\n${lines.join('\n')}`);
    }
    const { account } = found;
    const liveSince =
      parts.liveSince ?? (await settleLiveSince({ ...parts, rest: zendesk.rest }, account.triggerId));
    const report = logStep(parts);
    const lookDeps = {
      people: createPeople(zendesk.port, clock),
      account,
      policies,
      clock,
      liveSince,
      calendarFrom: createCalendarSource(),
      countAcknowledgements: ledger.countAcknowledgements,
      cases: ledger,
      groupName: (id: number) => groupName(zendesk.rest, id),
      waits,
      onStep: (step: Step) => {
        report(step);
        parts.metrics?.onStep(step);
        onStep?.(step);
      },
    };
    const look = createNotingLook({
      zendesk: zendesk.port,
      clock,
      lookWith: (port) => createLook({ ...lookDeps, zendesk: port }),
    });
    const secrets = createWebhookSecrets({
      log: parts.log,
      ...(secret === undefined
        ? {
            first: [account.signingSecret],
            read: () => readSigningSecret(zendesk.rest, account.webhookId),
          }
        : { first: config.webhookSecrets }),
    });
    const lookAt = { ...lookDeps, zendesk: zendesk.port };
    const rounds = createRounds({
      ...parts,
      policies,
      calendarFrom: lookDeps.calendarFrom,
      onSwept: (swept) => {
        parts.metrics?.onSwept(swept);
        onSwept(swept);
      },
    });
    return {
      look,
      liveSince,
      webhookSecrets: secrets.current,
      renewSecrets: secrets.renew,
      promises: { policies, calendarFrom: lookDeps.calendarFrom },
      caseSource: lookAt,
      policyTexts,
      rounds,
      lookDeps: lookAt,
      account,
    };
  };
}
