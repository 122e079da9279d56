import type { CaseEvent } from '../../domain/events.ts';
import { foldCase } from '../../domain/fold.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import type { MacroKey } from '../../domain/terms.ts';
import type { Ledger, WholeCase } from '../ledger/index.ts';
import type { Audit, Ticket, ZendeskPort } from '../zendesk/port.ts';
import { type Family, readFamily } from './family.ts';
import { type FamilyCase, familyCases } from './family-cases.ts';
import { familyHistory } from './family-history.ts';
import type { People } from './people.ts';
import { type Audited, readAudits } from './read-audits.ts';
import type { FieldIds } from './ticket-update.ts';

export { ticketIfThere } from './family.ts';

/** The account's objects that a look works with, found when the service starts. */
export interface Account {
  readonly fields: FieldIds;
  readonly macros: Readonly<Record<MacroKey, number>>;
  readonly serviceUserId: number;
}

export interface CaseSource {
  readonly zendesk: ZendeskPort;
  readonly people: People;
  readonly account: Account;
  /** All policies and their versions; which one holds is chosen for each ticket. */
  readonly policies: readonly Policy[];
  /** What is known of tickets that are gone, and which cases were erased; without it neither leaves a trace. */
  readonly cases?: Pick<Ledger, 'casesOn' | 'isTombstoned'>;
}

/** A complaint as its tickets tell it, with the policy that holds for it. */
export interface ReadCase extends FamilyCase {
  readonly policy: Policy;
}

/** A ticket as it is now, with all that is told of the complaint that it shows. */
export interface CaseReading {
  readonly ticket: Ticket;
  /** The audits of this ticket only, the oldest first. */
  readonly audits: readonly Audit[];
  /** The ticket on which the case began: another one where this is a follow-up, or where it was merged into this. */
  readonly homeTicketId: number;
  readonly events: readonly CaseEvent[];
  readonly history: History;
  /** The policy that holds for the complaint. */
  readonly policy: Policy;
  /** The complaint that the ticket shows: the oldest one that is not over. Undefined where it is no complaint. */
  readonly shown: ReadCase | undefined;
  /** The other complaints that go on on it. */
  readonly others: readonly ReadCase[];
  /** The ticket that this one was merged into. */
  readonly mergedInto: number | undefined;
  /** The correction that took the receipt back, where the ticket is no complaint because of it. */
  readonly takenBackBy: number | undefined;
  /** Home tickets of cases that the ledger has and the audits no longer tell. */
  readonly noCaseOf: readonly number[];
}

/** Where the case was received, its ticket's brand and form choose; a ticket that is gone left them in the ledger. */
function policyFor(
  { policies }: CaseSource,
  of: Pick<Ticket, 'brandId' | 'formId'>,
  at: Instant,
  now: Instant,
): Policy {
  const { brandId, formId } = of;
  const policy = choosePolicy(policies, { brandId, formId, receivedAt: at, now });
  if (!policy) throw new Error('there is no policy to count by: check POLICY');
  return policy;
}

const receiptOf = (events: readonly CaseEvent[]): Instant | undefined =>
  events.find(({ kind }) => kind === 'received')?.at;

/** Those of a ticket with what holds for them: the oldest that is not over first. */
function inOrder(cases: readonly ReadCase[]): ReadCase[] {
  const rated = cases.map((one) => {
    const stage = foldCase(one.policy, one.events)?.stage;
    const over = stage === undefined || stage === 'closed' || stage === 'ended';
    return { one, over, at: receiptOf(one.events) ?? Number.POSITIVE_INFINITY };
  });
  return rated.sort((a, b) => Number(a.over) - Number(b.over) || a.at - b.at).map(({ one }) => one);
}

function takenBack({ told }: Audited): number | undefined {
  return [...told.values()].flat().find(({ said, event }) => said.kind === 'received' && !event)?.correctedBy;
}

/** Where one of several complaints on a ticket was erased or has expired, the others go on without it. */
async function notErased(
  { cases: ledger }: CaseSource,
  cases: readonly ReadCase[],
): Promise<readonly ReadCase[]> {
  if (!ledger || cases.length < 2) return cases;
  const erased = await Promise.all(cases.map(({ homeTicketId }) => ledger.isTombstoned(homeTicketId)));
  const left = cases.filter((_, index) => !erased[index]);
  return left.length > 0 ? left : cases;
}

interface Known {
  readonly family: Family;
  readonly known: readonly WholeCase[];
}

/** The family, and what the ledger knows of its tickets; also of those that are gone, which nothing else tells of. */
async function readKnown({ zendesk, cases }: CaseSource, ticket: Ticket): Promise<Known> {
  const known = new Map<number, WholeCase>();
  const ask = async (ids: readonly number[]): Promise<number> => {
    const before = known.size;
    for (const id of ids)
      for (const one of (await cases?.casesOn(id)) ?? []) known.set(one.row.ticketId, one);
    return known.size - before;
  };
  const read = (): Promise<Family> =>
    readFamily(
      zendesk,
      ticket,
      [...known.values()].flatMap(({ row }) => [row.ticketId, row.currentTicketId]),
    );
  await ask([ticket.id]);
  const family = await read();
  const more = await ask([...family.gone]);
  return { family: more > 0 ? await read() : family, known: [...known.values()] };
}

/**
 * Reads a ticket's audits, and those of the tickets that it continues or was merged with. Rejects with a ZendeskError.
 */
export async function readCase(source: CaseSource, ticket: Ticket, now: Instant): Promise<CaseReading> {
  const { family, known } = await readKnown(source, ticket);
  // Which version holds depends on the receipt, which is among the events; the names of channels don't.
  const likely = policyFor(source, ticket, ticket.createdAt, now);
  const audited = await readAudits(source, family, likely);
  const all = familyCases({ family, told: audited.told, known });
  const cases = all
    .filter(({ from }) => from.has(ticket.id))
    .map((one): ReadCase => {
      const row = known.find((kept) => kept.row.ticketId === one.homeTicketId)?.row;
      const at = receiptOf(one.events) ?? ticket.createdAt;
      return { ...one, policy: policyFor(source, one.home ?? row ?? ticket, at, now) };
    });
  const [shown, ...others] = inOrder(await notErased(source, cases));
  const own = family.members.get(ticket.id);
  return {
    ticket,
    audits: own?.audits ?? [],
    homeTicketId: shown?.homeTicketId ?? ticket.id,
    events: shown?.events ?? [],
    history: familyHistory({
      family,
      ticket,
      shown,
      others,
      audited,
      serviceUserId: source.account.serviceUserId,
    }),
    policy: shown?.policy ?? likely,
    shown,
    others,
    mergedInto: own?.mergedInto,
    takenBackBy: shown ? undefined : takenBack(audited),
    noCaseOf: known
      .map(({ row }) => row.ticketId)
      // Of one whose ticket is gone nothing is told any more, which does not mean that there was none.
      .filter((id) => !family.gone.has(id) && !all.some((one) => one.homeTicketId === id)),
  };
}
