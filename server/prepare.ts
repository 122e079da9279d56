import { z } from 'zod';
import { coverageFault, createCalendarSource } from './policies/calendars.ts';
import { listedPaths, PolicyFileError, readPolicies } from './policies/index.ts';
import { withSchedules } from './policies/with-schedules.ts';
import { discoverAccount } from './provision/discover.ts';
import { createLook, type Step } from './reconcile/look.ts';
import { createPeople } from './reconcile/people.ts';
import type { Prepared, ServiceParts } from './start.ts';
import type { ZendeskRest } from './zendesk/port.ts';

const groupReply = z.object({ group: z.object({ name: z.string() }) });

async function groupName(rest: ZendeskRest, id: number): Promise<string | undefined> {
  const reply = groupReply.safeParse(await rest.get(`groups/${id}`));
  return reply.success ? reply.data.group.name : undefined;
}

/** What a step did, for the log: codes and dates only, no text of the ticket. */
export function logStep({ log }: Pick<ServiceParts, 'log'>): (step: Step) => void {
  return ({ ticketId, plan, update }) => {
    if (!update) return;
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
  /** Told of every look that was carried out; for the demo's lines. */
  readonly onStep?: (step: Step) => void;
}

/** Reads the policy and finds the account's objects. Rejects, saying what to do, where either is not as it must be. */
export function createPrepare({ onStep }: PrepareOptions = {}): (parts: ServiceParts) => Promise<Prepared> {
  return async (parts) => {
    const { config, clock, ledger, zendesk, liveSince } = parts;
    const policies = await withSchedules(await readPolicies(listedPaths(config.policy)), zendesk.rest);
    const short = policies.flatMap((policy) => coverageFault(policy, clock.now()) ?? []);
    if (short.length > 0) throw new PolicyFileError(short.join('\n'));
    const [secret] = config.webhookSecrets;
    const found = await discoverAccount(zendesk.rest, secret === undefined ? {} : { signingSecret: secret });
    if (!found.ok) {
      const lines = found.missing.map(({ key, message }) => `  ${key}: ${message}`);
      throw new Error(`the Zendesk account is not ready:\n${lines.join('\n')}`);
    }
    const { account } = found;
    const report = logStep(parts);
    const look = createLook({
      zendesk: zendesk.port,
      people: createPeople(zendesk.port, clock),
      account,
      policies,
      clock,
      liveSince,
      calendarFrom: createCalendarSource(),
      countAcknowledgements: ledger.countAcknowledgements,
      cases: ledger,
      groupName: (id) => groupName(zendesk.rest, id),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      onStep: (step) => {
        report(step);
        onStep?.(step);
      },
    });
    const secrets = config.webhookSecrets.length > 0 ? config.webhookSecrets : [account.signingSecret];
    return { look, webhookSecrets: () => secrets };
  };
}
