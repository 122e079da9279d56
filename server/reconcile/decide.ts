import type { Calendar } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/local-date.ts';
import { type Plan, planFor } from '../../domain/plan.ts';
import type { Policy } from '../../domain/policy.ts';
import type { SendFacts } from '../../domain/send.ts';
import { FIELD_KEYS, type FieldKey } from '../../domain/terms.ts';
import type { AcknowledgementCount } from '../ledger/index.ts';
import { goneFields } from './gone-fields.ts';
import { withOthers } from './other-case.ts';
import type { People } from './people.ts';
import type { Account, CaseReading } from './read-case.ts';
import { changedBackAt } from './read-history.ts';
import { recordedByService } from './recorded.ts';
import { sendLimits } from './send-limits.ts';

export interface DecideDeps {
  readonly account: Account;
  readonly people: People;
  /** The policy's calendar for the years from the first event to some years ahead. */
  readonly calendarFrom: (policy: Policy, first: Instant, now: Instant) => Calendar;
  readonly countAcknowledgements: (wanted: AcknowledgementCount) => Promise<number>;
  readonly liveSince: Instant;
}

export interface Decision {
  readonly plan: Plan;
  /** What someone changed back, and fields that the account doesn't have any more. */
  readonly leftAlone: ReadonlySet<FieldKey | 'due_at'>;
  /** Whether fields of ours are gone. */
  readonly fieldsGone: boolean;
}

/** Facts that play no part: there is nothing left to send. */
const NOTHING_TO_SEND = {
  requester: { isEndUser: true, suspended: false, hasAddress: true },
  toRequesterToday: 0,
  lately: 0,
};

/** What has to be known of the world; asked only where an acknowledgement may still have to go out. */
async function sendFacts(reading: CaseReading, deps: DecideDeps, now: Instant): Promise<SendFacts> {
  const { ticket, events, shown } = reading;
  const base = {
    liveSince: deps.liveSince,
    messaging: ticket.isMessaging,
    // A closed ticket takes no writes: what is owed on it is owed on its follow-up.
    followUp:
      ticket.via.followUpOf !== undefined ||
      ticket.status === 'closed' ||
      (shown !== undefined && shown.current.id !== ticket.id),
    otherRequester: shown?.home !== undefined && shown.home.requesterId !== ticket.requesterId,
  };
  const open =
    events.some(({ kind }) => kind === 'received') && !events.some(({ kind }) => kind === 'acknowledged');
  if (!open) return { ...base, ...NOTHING_TO_SEND };
  const limits = sendLimits(reading, deps.account.serviceUserId, now);
  const [requester, toRequesterToday, lately] = await Promise.all([
    deps.people.fresh(ticket.requesterId),
    deps.countAcknowledgements(limits.requesterCap),
    deps.countAcknowledgements(limits.burst),
  ]);
  return {
    ...base,
    requester: {
      isEndUser: requester.role === 'end-user',
      suspended: requester.suspended || !requester.active,
      hasAddress: requester.email !== null,
    },
    toRequesterToday,
    lately,
  };
}

/** What someone changed away from the value that the service wrote and the plan still wants. The record is the service's alone. */
function changedBack(plan: Plan, reading: CaseReading, account: Account): Map<FieldKey | 'due_at', Instant> {
  const found = new Map<FieldKey | 'due_at', Instant>();
  const consider = (key: FieldKey | 'due_at', field: string, desired: string | null | undefined): void => {
    const at = desired ? changedBackAt(reading.audits, account.serviceUserId, field, desired) : undefined;
    if (at !== undefined) found.set(key, at);
  };
  for (const key of FIELD_KEYS)
    if (key !== 'record') consider(key, String(account.fields[key]), plan.fields[key]);
  consider(
    'due_at',
    'due_at',
    plan.dueAt === null ? null : new Date(plan.dueAt).toISOString().replace('.000Z', 'Z'),
  );
  return found;
}

function recordedFirst(events: CaseReading['events']): Instant | undefined {
  return events.find(({ kind }) => kind === 'received')?.recordedAt;
}

/** What was tried and can't be done. */
export interface Tried {
  /** Why sending is impossible. */
  readonly impossible?: SendFacts['impossible'];
  /** Whether Zendesk refuses some of our fields. */
  readonly fieldsRefused?: boolean;
}

/** The ticket on which the case began, where that was merged into this one. */
function mergedFrom({ ticket, shown }: CaseReading): { readonly mergedFrom?: number } {
  const merged = shown && shown.homeTicketId !== ticket.id && (shown.from.get(ticket.id) ?? 0) > 0;
  return merged ? { mergedFrom: shown.homeTicketId } : {};
}

/** Decides what should be true of the ticket; undefined where it is no complaint. */
export async function decide(
  reading: CaseReading,
  deps: DecideDeps,
  now: Instant,
  { impossible, fieldsRefused = false }: Tried = {},
): Promise<Decision | undefined> {
  const [first] = reading.events.map((event) => event.firstMadeAt ?? event.at).sort((a, b) => a - b);
  if (first === undefined) return undefined;
  const facts = { ...(await sendFacts(reading, deps, now)), ...(impossible ? { impossible } : {}) };
  const recorded = recordedByService(reading, deps.account);
  const gone = goneFields(reading.ticket, deps.account.fields);
  const fieldsGone = gone.length > 0;
  const input = {
    policy: reading.policy,
    calendar: deps.calendarFrom(reading.policy, first, now),
    events: reading.events,
    history:
      fieldsRefused || fieldsGone
        ? { ...reading.history, fieldsRefusedAt: recordedFirst(reading.events) ?? now }
        : reading.history,
    facts,
    now,
    ...mergedFrom(reading),
    ...(recorded ? { recorded } : {}),
  };
  const alone = planFor(input);
  if (!alone) return undefined;
  const plan = withOthers(alone, reading, deps, now);
  const back = changedBack(plan, reading, deps.account);
  if (back.size === 0) return { plan, leftAlone: new Set(gone), fieldsGone };
  const marked = planFor({
    ...input,
    history: { ...input.history, changedBackAt: Math.max(...back.values()) },
  });
  const leftAlone = new Set([...gone, ...back.keys()]);
  return { plan: marked ? withOthers(marked, reading, deps, now) : plan, leftAlone, fieldsGone };
}
