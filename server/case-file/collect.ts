import { CoverageError } from '../../domain/calendar.ts';
import { deadlineState } from '../../domain/deadline.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import { foldCase } from '../../domain/fold.ts';
import type { Instant } from '../../domain/local-date.ts';
import { delayReason } from '../../domain/noted.ts';
import { explain } from '../../domain/reasons.ts';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/index.ts';
import type { CalendarSource } from '../policies/calendars.ts';
import type { PolicyText } from '../policies/texts.ts';
import { ticketIfThere } from '../reconcile/family.ts';
import { type CaseSource, type ReadCase, readCase } from '../reconcile/read-case.ts';
import type { Zendesk } from '../zendesk/index.ts';
import type { Ticket } from '../zendesk/port.ts';
import type { CaseContents, FileComment, FileDeadline, Remark } from './contents.ts';
import { type RawComment, readAuthors, readComments } from './read-comments.ts';

export interface CollectDeps {
  readonly source: CaseSource & { readonly calendarFrom: CalendarSource };
  readonly policyTexts: readonly PolicyText[];
  readonly zendesk: Pick<Zendesk, 'rest'>;
  readonly ledger: Pick<Ledger, 'homeOf' | 'isTombstoned' | 'readCase'>;
  readonly clock: Clock;
}

export type Collected =
  | { readonly ok: true; readonly contents: CaseContents }
  | { readonly ok: false; readonly code: 'case_not_found' | 'tickets_gone' };

/** The case as its tickets tell it, read from whichever of them is still there. */
async function caseOf(home: number, named: readonly number[], deps: CollectDeps, now: Instant) {
  for (const id of named) {
    const ticket = await ticketIfThere(deps.source.zendesk, id);
    const reading = ticket && (await readCase(deps.source, ticket, now));
    const cases = reading?.shown ? [reading.shown, ...reading.others] : [];
    const found = cases.find(({ homeTicketId }) => homeTicketId === home);
    if (found) return { found, cut: reading?.history.leftOutAt !== undefined };
  }
  return undefined;
}

interface Told {
  readonly ticket: Ticket;
  readonly comments: readonly RawComment[];
}

/** What a ticket tells of the case: where it was merged into another matter, only from then on. */
async function toldOn(id: number, from: number, { source, zendesk }: CollectDeps): Promise<Told | undefined> {
  const ticket = await ticketIfThere(source.zendesk, id);
  if (!ticket) return undefined;
  const audits = await source.zendesk.audits(id);
  // The merge itself is the audit before the first that counts.
  const counting = new Set(audits.slice(Math.max(from - 1, 0)).map((audit) => audit.id));
  const comments = await readComments(zendesk.rest, id);
  return { ticket, comments: comments.filter(({ auditId }) => counting.has(auditId)) };
}

function deadlinesAt(
  { policy, events }: ReadCase,
  { source }: CollectDeps,
  now: Instant,
): (Pick<CaseContents, 'kase' | 'calendar' | 'deadlines'> & { readonly short: boolean }) | undefined {
  const kase = foldCase(policy, events);
  if (!kase) return undefined;
  const calendar = source.calendarFrom(policy, Math.min(kase.firstMadeAt, kase.received.at), now);
  try {
    const deadlines = deadlinesOf(kase, policy, calendar).map(
      (deadline): FileDeadline => ({
        deadline,
        state: deadlineState(deadline, now),
        reasons: explain(deadline, calendar, policy.counting),
        delay: delayReason(kase.events, deadline),
      }),
    );
    return { kase, calendar, deadlines, short: false };
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    return { kase, calendar, deadlines: [], short: true };
  }
}

/** Zendesk writes this over what was redacted. */
const REDACTED = '▇';

async function withAuthors(raw: readonly RawComment[], { zendesk }: CollectDeps): Promise<FileComment[]> {
  const authors = await readAuthors(zendesk.rest, [...new Set(raw.map(({ authorId }) => authorId))]);
  return raw
    .map(({ authorId, ...comment }) => ({
      ...comment,
      author: authors.get(authorId) ?? { id: authorId, name: '', isStaff: false },
    }))
    .sort((a, b) => a.at - b.at || a.auditId - b.auditId);
}

/** What is known to be missing. */
function remarksOf(
  { found, cut }: { readonly found: ReadCase; readonly cut: boolean },
  told: readonly Told[],
  comments: readonly FileComment[],
): Set<Remark> {
  return new Set<Remark>([
    ...(found.goneEventsUntil !== undefined || told.length < found.from.size
      ? (['ticket_gone'] as const)
      : []),
    ...(cut ? (['more_tickets'] as const) : []),
    ...(told.some(({ ticket }) => ticket.isMessaging) ? (['messaging'] as const) : []),
    ...(comments.some(({ body }) => body.includes(REDACTED)) ? (['redacted_text'] as const) : []),
  ]);
}

/**
 * Reads all that Zendesk tells of a case now, by any ticket that carries it. Keeps nothing. Rejects with a ZendeskError
 * where any of it can't be read: half a file is none.
 */
export async function collectCase(ticketId: number, deps: CollectDeps): Promise<Collected> {
  const { ledger, clock, policyTexts } = deps;
  const now = clock.now();
  const home = await ledger.homeOf(ticketId);
  if (home === undefined || (await ledger.isTombstoned(home))) return { ok: false, code: 'case_not_found' };
  const row = (await ledger.readCase(home))?.row;
  const named = [...new Set([row?.currentTicketId ?? home, home, ticketId])];
  const read = await caseOf(home, named, deps, now);
  const counted = read && deadlinesAt(read.found, deps, now);
  if (!read || !counted) return { ok: false, code: 'tickets_gone' };
  const { found } = read;
  const told: Told[] = [];
  for (const [id, from] of found.from) {
    const one = await toldOn(id, from, deps);
    if (one) told.push(one);
  }
  const comments = await withAuthors(
    told.flatMap((one) => one.comments),
    deps,
  );
  const { policy } = found;
  const remarks = remarksOf(read, told, comments);
  if (counted.short) remarks.add('calendar_short');
  return {
    ok: true,
    contents: {
      homeTicketId: home,
      tickets: told.map(({ ticket }) => ticket).sort((a, b) => a.createdAt - b.createdAt || a.id - b.id),
      policy,
      policyText: policyTexts.find(({ id, version }) => id === policy.id && version === policy.version),
      kase: counted.kase,
      calendar: counted.calendar,
      deadlines: counted.deadlines,
      comments,
      remarks,
      now,
    },
  };
}
