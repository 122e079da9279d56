import { type Instant, SECOND } from '../../domain/local-date.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Clock } from '../clock.ts';
import type { Look, LookOutcome, LookRequest } from '../jobs/look.ts';
import type { Ledger } from '../ledger/index.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { MacroResult, Ticket, TicketUpdate, ZendeskPort } from '../zendesk/port.ts';
import { wholeCase } from './case-row.ts';
import { type DecideDeps, type Decision, decide } from './decide.ts';
import { languageFor, noteText } from './note-text.ts';
import { type CaseReading, type CaseSource, readCase } from './read-case.ts';
import { type Draft, ticketUpdate } from './ticket-update.ts';

/** What a look did, for the log and for whoever watches. Holds no text of the ticket. */
export interface Step {
  readonly ticketId: number;
  readonly plan: Plan;
  /** Undefined where the ticket said it all already. */
  readonly update: TicketUpdate | undefined;
  readonly at: Instant;
}

export interface LookDeps extends CaseSource, DecideDeps {
  readonly zendesk: ZendeskPort;
  readonly clock: Clock;
  readonly groupName: (groupId: number) => Promise<string | undefined>;
  readonly cases: Pick<Ledger, 'saveCase' | 'removeCase'>;
  /** Resolves after so many milliseconds of the clock's time. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onStep: (step: Step) => void;
}

/** A conflict means that the ticket has changed: it is read and planned again this often before the wake is put off. */
const TRIES = 5;

const nothing: LookOutcome = { nextLookAt: undefined, save: async () => {} };
const later = (nextLookAt: Instant): LookOutcome => ({ ...nothing, nextLookAt });

type Acknowledgement =
  | { readonly text: MacroResult }
  | { readonly impossible: 'macro_missing' | 'placeholder_left' };

/** The macro's text for this ticket. Text with a placeholder left in it is never sent. */
async function acknowledgementFor(ticket: Ticket, deps: LookDeps): Promise<Acknowledgement> {
  try {
    const text = await deps.zendesk.applyMacro(ticket.id, deps.account.macros.acknowledgement);
    const written = text.htmlBody ?? text.body;
    if (written.trim() === '') return { impossible: 'macro_missing' };
    return written.includes('{{') ? { impossible: 'placeholder_left' } : { text };
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return { impossible: 'macro_missing' };
    throw error;
  }
}

async function noteFor({ plan }: Decision, ticket: Ticket, deps: LookDeps): Promise<Draft['note']> {
  if (plan.notes.length === 0) return undefined;
  const assignee = ticket.assigneeId === null ? undefined : await deps.people.fresh(ticket.assigneeId);
  const group = assignee || ticket.groupId === null ? undefined : await deps.groupName(ticket.groupId);
  const to = { ...(assignee ? { assignee: assignee.name } : {}), ...(group ? { group } : {}) };
  const body = noteText(plan.notes, to, languageFor(assignee?.locale ?? 'en'), deps.policy);
  return { body, keys: plan.notes.map(({ key }) => key) };
}

/** The plan with the texts it needs. Where the acknowledgement can't be written, the plan that says so. */
async function draft(reading: CaseReading, decision: Decision, deps: LookDeps, now: Instant): Promise<Draft> {
  const base = { ...decision, ticket: reading.ticket, fieldIds: deps.account.fields };
  if (decision.plan.send.kind !== 'send') {
    const note = await noteFor(decision, reading.ticket, deps);
    return { ...base, ...(note ? { note } : {}) };
  }
  const found = await acknowledgementFor(reading.ticket, deps);
  if ('text' in found)
    return { ...base, acknowledgement: { macroId: deps.account.macros.acknowledgement, text: found.text } };
  const held = await decide(reading, deps, now, found.impossible);
  return held ? draft(reading, held, deps, now) : base;
}

/** Zendesk's stamps have whole seconds: another change within the stamp's second would slip through `safe_update`. */
async function waitForStamp(ticket: Ticket, deps: LookDeps): Promise<void> {
  const left = ticket.updatedAt + SECOND - deps.clock.now();
  if (left > 0) await deps.wait(Math.min(left, SECOND));
}

function outcome(plan: Plan, reading: CaseReading, deps: LookDeps): LookOutcome {
  const { ticket, homeTicketId } = reading;
  const nextLookAt = ticket.status === 'closed' ? undefined : plan.nextLookAt;
  return {
    nextLookAt,
    save: (tx) => deps.cases.saveCase(tx, wholeCase(plan, ticket, homeTicketId, deps.clock.now())),
  };
}

/** One reading, one plan and at most one update; undefined where the ticket changed meanwhile. */
async function attempt(request: LookRequest, deps: LookDeps): Promise<LookOutcome | undefined> {
  const { ticketId, changedAt } = request;
  const ticket = await deps.zendesk.ticket(ticketId);
  const now = deps.clock.now();
  // Reads may lag a write by a moment.
  if (changedAt !== null && ticket.updatedAt + SECOND <= changedAt) return later(now + SECOND);
  const reading = await readCase(deps, ticket);
  const decision = await decide(reading, deps, now);
  if (!decision) return { nextLookAt: undefined, save: (tx) => deps.cases.removeCase(tx, ticketId) };
  if (ticket.status === 'closed') return outcome(decision.plan, reading, deps);
  const written = await draft(reading, decision, deps, now);
  const update = ticketUpdate(written);
  if (update && !(await send(ticket, update, request, deps))) return undefined;
  deps.onStep({ ticketId, plan: written.plan, update, at: deps.clock.now() });
  return outcome(written.plan, reading, deps);
}

/** False where the ticket has to be read again first: it changed, or nobody knows whether the update came through. */
async function send(
  ticket: Ticket,
  update: TicketUpdate,
  { signal }: LookRequest,
  deps: LookDeps,
): Promise<boolean> {
  if (update.comment?.public) await waitForStamp(ticket, deps);
  signal.throwIfAborted();
  try {
    await deps.zendesk.updateTicket(ticket.id, update);
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
      const result = await attempt(request, deps).catch((error: unknown) => {
        // Deleted: the ledger keeps what it has.
        if (isZendeskError(error, 'not_found')) return nothing;
        throw error;
      });
      if (result) return result;
      await deps.wait(Math.random() * 200 * tries);
    }
    return later(deps.clock.now() + 5 * SECOND);
  };
}
