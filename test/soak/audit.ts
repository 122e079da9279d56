import { PRIYA } from '../server/reconcile/support/people.ts';
import { type AuditNow, type Person, signInAs, type TicketNow } from '../server/reconcile/support/person.ts';
import { compared, onTicket, overdueTag, when } from './dates.ts';
import { expectedDeadlines, type Happened } from './expected.ts';
import type { House } from './house.ts';
import { type Kept, keptOf } from './kept.ts';
import { isLetter, letters, lettersAfterMessage } from './letters.ts';
import { receivedAt, type Told, updatedAt } from './told.ts';

/** What is wrong with one complaint. */
export interface Finding {
  readonly kind: 'lost' | 'double' | 'wrong';
  readonly told: Told;
  readonly what: string;
}

export interface Books {
  readonly findings: readonly Finding[];
  /** Acknowledged by mail; by a person's message or by post; visibly waiting for a person. */
  readonly acknowledged: number;
  readonly byPerson: number;
  readonly held: readonly { readonly told: Told; readonly marks: readonly string[] }[];
}

function happenedTo(told: Told, mailed: readonly number[], { status }: TicketNow): Happened {
  const { postedAt, respondedAt, extendedAt, withdrawnAt, appealOpen } = told;
  const updated = updatedAt(told);
  const acknowledged = [...mailed, ...(postedAt === undefined ? [] : [postedAt])].sort((a, b) => a - b)[0];
  const solved = status === 'solved' || status === 'closed';
  return {
    received: receivedAt(told),
    accepted: told.story.way !== 'phone',
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(updated === undefined ? {} : { updated }),
    ...(extendedAt === undefined ? {} : { extended: extendedAt }),
    ...(respondedAt === undefined ? {} : { responded: respondedAt }),
    settled: solved && respondedAt !== undefined && !appealOpen,
    withdrawn: withdrawnAt !== undefined,
  };
}

const HELD = new Set([
  'recorded_long_ago',
  'not_end_user',
  'suspended',
  'messaging',
  'requester_cap',
  'burst',
  'macro_missing',
  'placeholder_left',
  'not_delivered',
]);

interface Checked {
  readonly findings: readonly Finding[];
  readonly state: 'acknowledged' | 'by_person' | 'held' | 'nothing';
  readonly marks: readonly string[];
}

/**
 * A person's message stands for an acknowledgement that could not go out yet: a service that is down, or waits after
 * having given up, is back within this time. Later, somebody must have been told.
 */
const IN_PLACE_MS = 12 * 3_600_000;

interface Acknowledgement {
  readonly told: Told;
  readonly mailed: readonly number[];
  readonly marks: readonly string[];
  readonly audits: readonly AuditNow[];
}

/** Whether the ticket was ever marked for a person. */
function askedForPerson(audits: readonly AuditNow[]): boolean {
  return audits.some(({ events }) =>
    events.some(
      (one) => one.field_name === 'tags' && JSON.stringify(one.value).includes('complaint_needs_person'),
    ),
  );
}

function stateOf({ told, mailed, marks, audits }: Acknowledgement): Checked['state'] {
  if (mailed.length > 0) return 'acknowledged';
  if (marks.some((mark) => HELD.has(mark))) return 'held';
  const { postedAt, respondedAt, recordedAt = 0 } = told;
  const byPerson = [postedAt, updatedAt(told), respondedAt].filter((at) => at !== undefined);
  if (byPerson.length === 0) return 'nothing';
  const isInPlace = Math.min(...byPerson, ...told.voided) - recordedAt <= IN_PLACE_MS;
  return isInPlace || told.story.way === 'letter' || askedForPerson(audits) ? 'by_person' : 'nothing';
}

/** Whether an acknowledgement by mail was owed at all. */
function owesMail({ story: { way }, withdrawnAt }: Told): boolean {
  return way !== 'phone' && way !== 'letter' && withdrawnAt === undefined;
}

/** What is wrong with how often the complaint was acknowledged. */
function* wronglyAcknowledged(
  { told, mailed, marks, audits }: Acknowledgement,
  house: House,
): Generator<Pick<Finding, 'kind' | 'what'>> {
  const state = stateOf({ told, mailed, marks, audits });
  if (state === 'nothing' && owesMail(told))
    yield { kind: 'lost', what: `not acknowledged, and nobody was told; marks: ${marks.join(' ')}` };
  if (state === 'held' && !askedForPerson(audits))
    yield { kind: 'lost', what: `held (${marks.join(' ')}), and the ticket never said so` };
  if (mailed.length > 1) yield { kind: 'double', what: `acknowledged ${mailed.map(when).join(', ')}` };
  if (mailed.length > 0 && (told.story.way === 'phone' || told.story.way === 'letter'))
    yield { kind: 'double', what: 'acknowledged by mail, which was not owed' };
  const spoken = audits.filter((one) => isLetter(one, house.account.serviceUserId));
  if (spoken.length > 1) yield { kind: 'double', what: `the letter is on the ticket ${spoken.length} times` };
  if (lettersAfterMessage(house, audits, told))
    yield { kind: 'double', what: 'acknowledged after an agent had written, which was the acknowledgement' };
}

/** An acknowledgement that no mail went out for counts from its comment, whatever became of the mark for a person. */
function acknowledgedAt({ mailed, audits }: Acknowledgement, { account }: House): number[] {
  const spoken = audits.filter((one) => isLetter(one, account.serviceUserId));
  return [...mailed, ...spoken.map(({ created_at }) => Date.parse(created_at))];
}

function wrongDates(house: House, ticket: TicketNow, happened: Happened, { deadlines }: Kept): string[] {
  return [
    ...compared('ledger', deadlines, expectedDeadlines(happened)),
    ...onTicket(house, ticket, happened),
    ...overdueTag(house, ticket, happened),
  ];
}

/** Of all tickets of the complaint, in their order. */
async function auditsOf(priya: Person, { tickets }: Told): Promise<AuditNow[]> {
  const all = await Promise.all(tickets.map((id) => priya.audits(id)));
  return all.flat().sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
}

async function check(house: House, priya: Person, told: Told): Promise<Checked> {
  const [home = 0] = told.tickets;
  const kept = await keptOf(house, home);
  if (!kept) {
    const what = 'the ledger has no such case';
    return { findings: [{ kind: 'lost', told, what }], state: 'nothing', marks: [] };
  }
  const { marks } = kept;
  const given = { told, marks, mailed: letters(house, told), audits: await auditsOf(priya, told) };
  const ticket = await priya.ticket(told.tickets.at(-1) ?? home);
  const happened = happenedTo(told, acknowledgedAt(given, house), ticket);
  const wrong = wrongDates(house, ticket, happened, kept);
  return {
    findings: [
      ...[...wronglyAcknowledged(given, house)].map((one) => ({ ...one, told })),
      ...wrong.map((what) => ({ kind: 'wrong' as const, told, what })),
    ],
    state: stateOf(given),
    marks,
  };
}

/** Goes through every complaint that was recorded, and says what is wrong with it. */
export async function audit(house: House, all: readonly Told[]): Promise<Books> {
  const priya = await signInAs(house.sandbox.url, PRIYA);
  const findings: Finding[] = [];
  const held: { told: Told; marks: readonly string[] }[] = [];
  const count = { acknowledged: 0, byPerson: 0 };
  for (const told of all.filter(({ recordedAt }) => recordedAt !== undefined)) {
    const checked = await check(house, priya, told);
    findings.push(...checked.findings);
    if (checked.state === 'acknowledged') count.acknowledged += 1;
    if (checked.state === 'by_person') count.byPerson += 1;
    if (checked.state === 'held') held.push({ told, marks: checked.marks });
  }
  return { findings, held, ...count };
}
