import type { Calendar } from './calendar.ts';
import { type Case, overSince } from './case.ts';
import { type Deadline, lastInTime, nextChange, openDeadlines } from './deadline.ts';
import { deadlinesOf, refusedExtensions } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import { foldCase } from './fold.ts';
import { addDays, type Instant, localDateAt } from './local-date.ts';
import { type History, type Mark, marksOf } from './marks.ts';
import { movedPromises } from './moved-promises.ts';
import { notesOf } from './noted.ts';
import { movedNotes, type Note, notesFor } from './notes.ts';
import type { Policy } from './policy.ts';
import type { ClockRecord } from './record.ts';
import { decideSending, isSilent, type SendDecision, type SendFacts } from './send.ts';
import { serviceTags } from './service-tags.ts';
import { fieldsOf, type TicketFields } from './ticket-fields.ts';

export interface PlanInput {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly events: readonly CaseEvent[];
  readonly history: History;
  readonly facts: SendFacts;
  readonly now: Instant;
  /** What the ticket has promised so far, where the service wrote that itself. */
  readonly recorded?: ClockRecord;
  /** The ticket on which the case began, where that was merged into this one. */
  readonly mergedFrom?: number;
}

/** What the ticket should say, what is to be sent or noted, and when to look again. */
export interface Plan {
  readonly kase: Case;
  readonly deadlines: readonly Deadline[];
  /** As things stand once the acknowledgement, where one is to be sent, has gone out. */
  readonly record: ClockRecord;
  readonly fields: TicketFields;
  readonly tags: ReadonlySet<string>;
  /** The native due time, for tickets that may have one. */
  readonly dueAt: Instant | null;
  readonly send: SendDecision;
  /** Internal notes that have not been written yet; they wait where an acknowledgement goes out. */
  readonly notes: readonly Note[];
  readonly marks: readonly Mark[];
  /** Whether the complaint tag, taken off by hand, is put back. */
  readonly restoreTag: boolean;
  /** Whether a ticket on which the case goes on should have the complaint tag: nobody has taken it off there. */
  readonly carriesTag: boolean;
  readonly nextLookAt: Instant | undefined;
}

/** Stands for the audit of what the plan is about to send. */
export const JUST_SENT = Number.MAX_SAFE_INTEGER;

/** After an acknowledgement went out, the ticket is looked at again to see that it was delivered. */
const DELIVERY_CHECK = 60_000;
/** How far the record's calendar reaches beyond the last event and due date, so that lateness can be counted too. */
const EXCERPT_DAYS = 45;

/**
 * The case with the acknowledgement that is about to be sent, which becomes true with the same update. Our clock may
 * be behind the one that stamped the receipt; nothing is acknowledged before it was received.
 */
function withAcknowledgement({ policy, events, now }: PlanInput, kase: Case): Case {
  const at = Math.max(now, kase.received.at);
  const sent: CaseEvent = { kind: 'acknowledged', at, recordedAt: at, auditId: JUST_SENT };
  return foldCase(policy, [...events, sent]) ?? kase;
}

/**
 * The first event of each kind; of closing and reopening the last. So the record doesn't grow with the case. What was
 * only noted is no step.
 */
function stepsOf({ events }: Case): ClockRecord['events'] {
  return events
    .filter(({ kind }, index) => {
      if (kind === 'noted') return false;
      const same = (event: CaseEvent): boolean => event.kind === kind;
      const wanted =
        kind === 'closed' || kind === 'reopened' ? events.findLastIndex(same) : events.findIndex(same);
      return index === wanted;
    })
    .map(({ kind, at }) => ({ kind, at }));
}

function recordOf(
  kase: Case,
  deadlines: readonly Deadline[],
  { policy, calendar, now }: PlanInput,
): ClockRecord {
  const notes = notesOf(kase.events);
  const from = localDateAt(kase.received.at, policy.timeZone);
  const last = [
    ...kase.events.map(({ recordedAt }) => localDateAt(recordedAt, policy.timeZone)),
    ...deadlines.map(({ dueDate }) => dueDate),
  ].reduce((latest, date) => (date > latest ? date : latest), from);
  return {
    policy: { id: policy.id, version: policy.version, company: policy.company.name },
    stage: kase.stage,
    channel: kase.channel,
    ...(kase.outcome ? { outcome: kase.outcome } : {}),
    events: stepsOf(kase),
    deadlines,
    calendar: calendar.excerpt(addDays(from, -7), addDays(last, EXCERPT_DAYS)),
    counting: policy.counting,
    ...(kase.firstMadeAt < kase.received.at ? { firstMadeAt: kase.firstMadeAt } : {}),
    ...(kase.flags.length > 0 ? { flags: kase.flags } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    savedAt: now,
  };
}

/** When the next look is due by itself; another change of the ticket brings one sooner. */
function nextLook(
  deadlines: readonly Deadline[],
  notes: readonly Note[],
  send: SendDecision,
  now: Instant,
): Instant | undefined {
  const change = nextChange(deadlines, now);
  if (send.kind !== 'send') return change;
  const soon = now + (notes.length > 0 ? 1000 : DELIVERY_CHECK);
  return change === undefined ? soon : Math.min(soon, change);
}

/** Decides what should be true of a complaint's ticket now; undefined where the ticket is no complaint. @throws CoverageError */
export function planFor(input: PlanInput): Plan | undefined {
  const { policy, calendar, history, facts, now } = input;
  const before = foldCase(policy, input.events);
  if (!before) return undefined;
  const send = decideSending(before, policy, facts, now);
  const kase = send.kind === 'send' ? withAcknowledgement(input, before) : before;
  const deadlines = deadlinesOf(kase, policy, calendar);
  const open = openDeadlines(deadlines, now);
  const marks = marksOf(kase, history, send, refusedExtensions(kase, policy, calendar));
  const restoreTag = history.tagRemovals.length === 1 && overSince(kase) === undefined;
  const moves = input.recorded ? movedPromises(input.recorded, { deadlines, calendar, policy }) : [];
  const notes = [
    ...(isSilent(kase, facts)
      ? []
      : notesFor({ kase, deadlines, marks, send, restoreTag, mergedFrom: input.mergedFrom, now })),
    ...movedNotes(moves, deadlines),
  ].filter(({ key }) => !history.notes.has(key));
  return {
    kase,
    deadlines,
    record: recordOf(kase, deadlines, input),
    fields: fieldsOf(kase, deadlines, open, policy, now),
    tags: serviceTags({ kase, open, marks, send, now }, history.removedAt),
    dueAt: open[0] ? lastInTime(open[0]) : null,
    send,
    notes,
    marks,
    restoreTag,
    carriesTag: history.tagRemovals.length === 0 && overSince(kase) === undefined,
    nextLookAt: nextLook(deadlines, notes, send, now),
  };
}
