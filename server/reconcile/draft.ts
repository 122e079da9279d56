import type { Instant } from '../../domain/local-date.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { MacroResult, Ticket, ZendeskUser } from '../zendesk/port.ts';
import { type DecideDeps, type Decision, decide } from './decide.ts';
import { languageFor, noteText } from './note-text.ts';
import type { CaseReading, CaseSource } from './read-case.ts';
import type { Draft } from './ticket-update.ts';

export interface DraftDeps extends CaseSource, DecideDeps {
  readonly groupName: (groupId: number) => Promise<string | undefined>;
}

type Acknowledgement =
  | { readonly text: MacroResult }
  | { readonly impossible: 'macro_missing' | 'placeholder_left' };

/** The macro's text for this ticket. Text with a placeholder left in it is never sent. */
async function acknowledgementFor(ticket: Ticket, deps: DraftDeps): Promise<Acknowledgement> {
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

/** Who recorded the complaint: where nobody is assigned, their colleagues read the note. */
async function recorder({ kase }: Decision['plan'], { people }: DraftDeps): Promise<ZendeskUser | undefined> {
  const { authorId = 0 } = kase.received;
  return authorId > 0 ? people.fresh(authorId) : undefined;
}

async function noteFor(
  { plan }: Decision,
  { ticket, policy }: CaseReading,
  deps: DraftDeps,
): Promise<Draft['note']> {
  if (plan.notes.length === 0) return undefined;
  const assignee = ticket.assigneeId === null ? undefined : await deps.people.fresh(ticket.assigneeId);
  const group = assignee || ticket.groupId === null ? undefined : await deps.groupName(ticket.groupId);
  const to = { ...(assignee ? { assignee: assignee.name } : {}), ...(group ? { group } : {}) };
  const reader = assignee ?? (await recorder(plan, deps));
  const body = noteText(plan.notes, to, languageFor(reader?.locale ?? 'en'), policy);
  return { body, keys: plan.notes.map(({ key }) => key) };
}

/** The plan with the texts it needs. Where the acknowledgement can't be written, the plan that says so. */
export async function draftOf(
  reading: CaseReading,
  decision: Decision,
  deps: DraftDeps,
  now: Instant,
): Promise<Draft> {
  const { ticket, homeTicketId } = reading;
  const base = { ...decision, ticket, fieldIds: deps.account.fields, carried: homeTicketId !== ticket.id };
  if (decision.plan.send.kind !== 'send') {
    const note = await noteFor(decision, reading, deps);
    return { ...base, ...(note ? { note } : {}) };
  }
  const found = await acknowledgementFor(reading.ticket, deps);
  if ('text' in found)
    return { ...base, acknowledgement: { macroId: deps.account.macros.acknowledgement, text: found.text } };
  const held = await decide(reading, deps, now, { impossible: found.impossible });
  return held ? draftOf(reading, held, deps, now) : base;
}
