import { type Instant, SECOND } from '../../domain/local-date.ts';
import type { Look, LookOutcome, LookRequest } from '../jobs/look.ts';
import { ZendeskError } from '../zendesk/errors.ts';
import { decide } from './decide.ts';
import { ticketOrWhy } from './family.ts';
import { lookAtGone } from './gone.ts';
import type { LookDeps } from './look-deps.ts';
import { takenBackText } from './note-text.ts';
import { type CaseReading, readCase } from './read-case.ts';
import { outcomeOf } from './saving.ts';
import { sendUpdate } from './send-update.ts';
import { whenStampIsOver } from './speak.ts';
import { takeBack } from './take-back.ts';
import { write } from './write.ts';

export type { LookDeps, Step } from './look-deps.ts';

/** A conflict means that the ticket has changed: it is read and planned this often at once, then by a later wake. */
const TRIES = 5;
/** Options that were missing may have been restored by somebody who doesn't know of us. */
const FIELDS_AGAIN = 6 * 3_600_000;

const nothing: LookOutcome = { nextLookAt: undefined, save: async () => {} };
const later = (nextLookAt: Instant): LookOutcome => ({ ...nothing, nextLookAt });

/** No complaint, or none any more: what the service wrote is taken off, and the ledger forgets it. */
async function lookAtNone(
  reading: CaseReading,
  request: LookRequest,
  deps: LookDeps,
): Promise<LookOutcome | ZendeskError> {
  const { ticket, audits, takenBackBy: correctedBy, noCaseOf } = reading;
  const { fields: fieldIds, serviceUserId } = deps.account;
  if (correctedBy !== undefined && ticket.status !== 'closed') {
    const reader = ticket.assigneeId === null ? undefined : await deps.people.fresh(ticket.assigneeId);
    const note = takenBackText(reader?.locale);
    const update = takeBack({ ticket, audits, fieldIds, serviceUserId, correctedBy, note });
    const readAgain = update && (await sendUpdate(update, request, deps));
    if (readAgain) return readAgain;
    deps.onStep({ ticketId: ticket.id, plan: undefined, update, at: deps.clock.now() });
  }
  return {
    nextLookAt: undefined,
    save: async (tx) => {
      for (const home of noCaseOf) await deps.cases.removeCase(tx, home);
    },
  };
}

/** One reading, one plan and at most one update; the reason where the ticket has to be read again first. */
async function attempt(request: LookRequest, deps: LookDeps): Promise<LookOutcome | ZendeskError> {
  const { ticketId, changedAt } = request;
  const askedAt = await whenStampIsOver(request, deps);
  const ticket = await ticketOrWhy(deps.zendesk, ticketId);
  if (typeof ticket === 'string') return lookAtGone(ticketId, ticket, deps);
  const now = deps.clock.now();
  // Reads may lag a write by a moment.
  if (changedAt !== null && ticket.updatedAt + SECOND <= changedAt) return later(now + SECOND);
  const reading = await readCase(deps, ticket, now);
  // Erased or expired: also on a follow-up of it, whose own number nobody erased.
  if (await deps.cases.isTombstoned(reading.homeTicketId)) return nothing;
  const decision = await decide(reading, deps, now);
  if (!decision) return lookAtNone(reading, request, deps);
  // A closed ticket takes no writes.
  if (ticket.status === 'closed') return outcomeOf(decision.plan, reading, false, deps);
  const written = await write({ reading, decision, request, askedAt, now }, deps);
  if (written instanceof ZendeskError) return written;
  const { draft, update, refused } = written;
  deps.onStep({ ticketId, plan: draft.plan, update, at: deps.clock.now() });
  const outcome = await outcomeOf(draft.plan, reading, update !== undefined, deps);
  if (!refused) return outcome;
  const again = deps.clock.now() + FIELDS_AGAIN;
  return { ...outcome, nextLookAt: Math.min(outcome.nextLookAt ?? again, again) };
}

/**
 * Reads the ticket and its audits, decides what should be true and writes the difference in one update. Whether
 * something was sent is read from the audits alone, so a look can be repeated at any time. Rejects with a
 * ZendeskError where the ticket can't be read or written; it is then looked at again later.
 */
export function createLook(deps: LookDeps): Look {
  return async (request) => {
    for (let tries = 1; ; tries += 1) {
      const result = await attempt(request, deps);
      if (!(result instanceof ZendeskError)) return result;
      // A failed look, so that one that never gets through is seen.
      if (tries === TRIES) throw result;
      await deps.waits.pause(Math.random() * 200 * tries);
    }
  };
}
