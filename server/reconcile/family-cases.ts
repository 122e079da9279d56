import type { CaseEvent } from '../../domain/events.ts';
import type { WholeCase } from '../ledger/index.ts';
import type { Ticket } from '../zendesk/port.ts';
import { casesCarried, reachOfLost } from './carried.ts';
import type { Family } from './family.ts';
import { eventsOnlyInLedger } from './ledger-events.ts';
import type { ToldEvent } from './read-events.ts';

/** A case that some tickets of a family tell of. */
export interface FamilyCase {
  readonly homeTicketId: number;
  /** Its home ticket, unless that is gone. */
  readonly home: Ticket | undefined;
  /** The ticket on which it goes on: the newest that takes writes, else the newest. */
  readonly current: Ticket;
  /** The tickets that show it and take writes. */
  readonly open: readonly number[];
  /** From which audit on each ticket tells of it. */
  readonly from: ReadonlyMap<number, number>;
  readonly told: readonly ToldEvent[];
  readonly events: readonly CaseEvent[];
  /** When the last event was recorded that only the ledger still tells of, because its ticket is gone. */
  readonly goneEventsUntil: number | undefined;
  /** Whether the ticket on which it went on is gone, and no other takes its place. */
  readonly lost: boolean;
}

type Told = ReadonlyMap<number, readonly ToldEvent[]>;

function indexOf(family: Family, ticketId: number, auditId: number): number {
  return family.members.get(ticketId)?.audits.findIndex(({ id }) => id === auditId) ?? -1;
}

/** The tickets on which a complaint was recorded, in the order in which that happened. */
function recordedOn(family: Family, told: Told) {
  return [...told]
    .flatMap(([ticketId, list]) => {
      const event = list.find((one) => one.event?.kind === 'received')?.event;
      return event ? [{ ticketId, event, index: indexOf(family, ticketId, event.auditId) }] : [];
    })
    .sort((a, b) => a.event.recordedAt - b.event.recordedAt || a.event.auditId - b.event.auditId);
}

function isOpen({ status }: Ticket): boolean {
  return status !== 'closed';
}

function currentOf(tickets: readonly Ticket[]): Ticket | undefined {
  const [newest] = [...tickets].sort(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.createdAt - a.createdAt || b.id - a.id,
  );
  return newest;
}

/** Whether what comes after one of these tickets is gone. */
function isLost(tickets: readonly Ticket[], family: Family, known: WholeCase | undefined): boolean {
  if (tickets.some(isOpen)) return false;
  const next = tickets.flatMap(({ id, followUpIds = [] }) => {
    const into = family.members.get(id)?.mergedInto;
    return into === undefined ? followUpIds : [...followUpIds, into];
  });
  return [...next, ...(known ? [known.row.currentTicketId] : [])].some((id) => family.gone.has(id));
}

/** The tickets on which a case goes on although the one before them is gone, as the ledger remembers. */
function heirsOf(known: WholeCase | undefined, family: Family): ReadonlyMap<number, number> {
  const gone = known
    ? [known.row.ticketId, known.row.currentTicketId].filter((id) => family.gone.has(id))
    : [];
  return gone.length > 0 ? reachOfLost(new Set(gone), family) : new Map();
}

function caseFrom(
  homeTicketId: number,
  carried: ReadonlyMap<number, number>,
  { family, told, known }: FamilyReading,
): FamilyCase | undefined {
  const ledger = known.find(({ row }) => row.ticketId === homeTicketId);
  const from = new Map([...heirsOf(ledger, family), ...carried]);
  const tickets = [...from.keys()].flatMap((id) => family.members.get(id)?.ticket ?? []);
  const current = currentOf(tickets);
  if (!current) return undefined;
  const said = [...from].flatMap(([id, first]) =>
    (told.get(id) ?? []).filter(({ said: { auditId } }) => indexOf(family, id, auditId) >= first),
  );
  const audits = new Set([...family.members.values()].flatMap((one) => one.audits.map(({ id }) => id)));
  const events = said.flatMap(({ event }) => event ?? []);
  const gone = ledger && family.gone.size > 0 ? eventsOnlyInLedger(ledger, audits, events) : [];
  return {
    homeTicketId,
    home: family.members.get(homeTicketId)?.ticket,
    current,
    open: tickets.filter(isOpen).map(({ id }) => id),
    from,
    told: said,
    events: [...gone, ...events],
    goneEventsUntil: gone.length > 0 ? Math.max(...gone.map(({ recordedAt }) => recordedAt)) : undefined,
    lost: isLost(tickets, family, ledger),
  };
}

export interface FamilyReading {
  readonly family: Family;
  /** What each ticket's audits say. */
  readonly told: Told;
  /** The cases that the ledger knows of these tickets. */
  readonly known: readonly WholeCase[];
}

/** The cases that a family's tickets carry, and those that only the ledger still tells of, where a home ticket is gone. */
export function familyCases(reading: FamilyReading): FamilyCase[] {
  const { family, told, known } = reading;
  const carried = casesCarried(family, recordedOn(family, told)).map(({ homeTicketId, from }) =>
    caseFrom(homeTicketId, from, reading),
  );
  const orphaned = known
    .filter(({ row }) => family.gone.has(row.ticketId))
    .map(({ row }) => caseFrom(row.ticketId, new Map(), reading));
  return [...carried, ...orphaned].flatMap((one) => one ?? []);
}
