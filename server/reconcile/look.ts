import { isDeepStrictEqual } from 'node:util';
import { type Instant, SECOND } from '../../domain/local-date.ts';
import { JUST_SENT, type Plan } from '../../domain/plan.ts';
import type { Clock } from '../clock.ts';
import type { Look, LookOutcome, LookRequest } from '../jobs/look.ts';
import type { Ledger } from '../ledger/index.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { TicketUpdate } from '../zendesk/port.ts';
import { wholeCase } from './case-row.ts';
import { decide } from './decide.ts';
import { type DraftDeps, draftOf } from './draft.ts';
import { type CaseReading, readCase, ticketIfThere } from './read-case.ts';
import { ticketUpdate } from './ticket-update.ts';

/** What a look did, for the log and for whoever watches. Holds no text of the ticket. */
export interface Step {
  readonly ticketId: number;
  readonly plan: Plan;
  /** Undefined where the ticket said it all already. */
  readonly update: TicketUpdate | undefined;
  readonly at: Instant;
}

export interface LookDeps extends DraftDeps {
  readonly clock: Clock;
  readonly cases: Pick<Ledger, 'readCase' | 'saveCase' | 'removeCase'>;
  /** Resolves after so many milliseconds of the clock's time. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onStep: (step: Step) => void;
}

/** A conflict means that the ticket has changed: it is read and planned again this often before the wake is put off. */
const TRIES = 5;

const nothing: LookOutcome = { nextLookAt: undefined, save: async () => {} };
const later = (nextLookAt: Instant): LookOutcome => ({ ...nothing, nextLookAt });

/**
 * Whether the ticket is still as it was read from `askedAt` on. Zendesk's stamps have whole seconds, so another change
 * within the second of the stamp would slip through `safe_update`: where the ticket was read within that second, it is
 * waited for and the ticket read once more.
 */
async function isUnchanged(
  { ticket, audits }: CaseReading,
  askedAt: Instant,
  { zendesk, clock, wait }: LookDeps,
): Promise<boolean> {
  const stampEnds = ticket.updatedAt + SECOND;
  if (askedAt >= stampEnds) return true;
  const left = stampEnds - clock.now();
  if (left > 0) await wait(Math.min(left, SECOND));
  const [again, auditsAgain] = await Promise.all([zendesk.ticket(ticket.id), zendesk.audits(ticket.id)]);
  return isDeepStrictEqual(again, ticket) && auditsAgain.at(-1)?.id === audits.at(-1)?.id;
}

function outcome(plan: Plan, reading: CaseReading, deps: LookDeps): LookOutcome {
  const { ticket, homeTicketId } = reading;
  const nextLookAt = ticket.status === 'closed' ? undefined : plan.nextLookAt;
  return {
    nextLookAt,
    save: (tx) =>
      deps.cases.saveCase(
        tx,
        wholeCase({
          plan,
          ticket,
          homeTicketId,
          serviceUserId: deps.account.serviceUserId,
          now: deps.clock.now(),
        }),
      ),
  };
}

/** Whether the ledger knows more of the case than this ticket tells: from a follow-up, on which it goes on. */
async function goesOnElsewhere({ events, homeTicketId }: CaseReading, { cases }: LookDeps): Promise<boolean> {
  const told = new Set([...events.map(({ auditId }) => auditId), JUST_SENT]);
  const known = await cases.readCase(homeTicketId);
  return known?.events.some(({ auditId }) => !told.has(auditId)) ?? false;
}

/** One reading, one plan and at most one update; undefined where the ticket changed meanwhile. */
async function attempt(request: LookRequest, deps: LookDeps): Promise<LookOutcome | undefined> {
  const { ticketId, changedAt } = request;
  const askedAt = deps.clock.now();
  const ticket = await ticketIfThere(deps.zendesk, ticketId);
  // Deleted: the ledger keeps what it has.
  if (!ticket) return nothing;
  const now = deps.clock.now();
  // Reads may lag a write by a moment.
  if (changedAt !== null && ticket.updatedAt + SECOND <= changedAt) return later(now + SECOND);
  const reading = await readCase(deps, ticket, now);
  const decision = await decide(reading, deps, now);
  if (!decision) return { nextLookAt: undefined, save: (tx) => deps.cases.removeCase(tx, ticketId) };
  if (ticket.status === 'closed')
    return (await goesOnElsewhere(reading, deps)) ? nothing : outcome(decision.plan, reading, deps);
  const written = await draftOf(reading, decision, deps, now);
  const update = ticketUpdate(written);
  if (update?.comment?.public && !(await isUnchanged(reading, askedAt, deps))) return undefined;
  if (update && !(await send(ticketId, update, request, deps))) return undefined;
  deps.onStep({ ticketId, plan: written.plan, update, at: deps.clock.now() });
  return outcome(written.plan, reading, deps);
}

/** False where the ticket has to be read again first: it changed, or nobody knows whether the update came through. */
async function send(
  ticketId: number,
  update: TicketUpdate,
  { signal }: LookRequest,
  deps: LookDeps,
): Promise<boolean> {
  signal.throwIfAborted();
  try {
    await deps.zendesk.updateTicket(ticketId, update);
    return true;
  } catch (error) {
    if (isZendeskError(error, 'conflict') || (isZendeskError(error) && error.effect === 'unknown'))
      return false;
    throw error;
  }
}

/**
 * Reads the ticket and its audits, decides what should be true and writes the difference in one update. Whether
 * something was sent is read from the audits alone, so a look can be repeated at any time. Rejects with a
 * ZendeskError where the ticket can't be read or written; it is then looked at again later.
 */
export function createLook(deps: LookDeps): Look {
  return async (request) => {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const result = await attempt(request, deps);
      if (result) return result;
      await deps.wait(Math.random() * 200 * tries);
    }
    return later(deps.clock.now() + 5 * SECOND);
  };
}
