import { dateAt, dueOf } from '../domain/oracle.ts';
import { ENGLAND, ZONE } from './england.ts';

/** What really happened to a complaint, as those who did it know; epoch milliseconds. */
export interface Happened {
  /** When it reached the company. */
  readonly received: number;
  /** Whether it came by a way that the policy takes. */
  readonly accepted: boolean;
  readonly acknowledged?: number;
  readonly updated?: number;
  readonly responded?: number;
  /** When the customer was told that the response takes longer. */
  readonly extended?: number;
  /** The ticket is solved, nothing is left to answer. */
  readonly settled: boolean;
  readonly withdrawn: boolean;
}

export interface ExpectedDeadline {
  readonly duty: string;
  readonly dueAt: number;
  readonly dueDate: string;
  readonly projected: boolean;
  /** Nobody has to keep it: done, or no longer owed. */
  readonly over: boolean;
  /** Over without having been done. */
  readonly waived: boolean;
}

type Length = { readonly amount: number; readonly unit: 'hours' | 'working_days' | 'weeks' };

/** The published promises, written down a second time: policies/ask4.yaml is not asked. */
const ACKNOWLEDGEMENT: Length = { amount: 24, unit: 'hours' };
const UPDATE: Length = { amount: 3, unit: 'working_days' };
const RESPONSE: Length = { amount: 7, unit: 'working_days' };
/** Working days by which people put a response off; the policy of the soak allows it. */
export const EXTENSION = 3;
/** Ofcom: six weeks for complaints made from 8 April 2026, eight before. */
const SIX_WEEKS_FROM = '2026-04-08';

function due(anchor: number, length: Length) {
  return dueOf({ anchor, ...length, zone: ZONE, calendar: ENGLAND, startRolls: false, endRolls: false });
}

interface Fate {
  readonly done: number | undefined;
  readonly overtaken?: number | undefined;
}

function fateOf({ done, overtaken }: Fate, { withdrawn, settled }: Happened) {
  const superseded = overtaken !== undefined && (done === undefined || overtaken < done);
  const waived = superseded || (done === undefined && (withdrawn || settled));
  return { superseded, waived, over: waived || done !== undefined };
}

function earliest(...instants: (number | undefined)[]): number | undefined {
  const known = instants.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** The formal response: put off where that was said before it was due, and not past the regulator's limit. */
function responseDue(anchor: number, happened: Happened) {
  const base = due(anchor, RESPONSE);
  const { extended } = happened;
  if (extended === undefined || extended >= base.dueAt) return base;
  const longer = due(anchor, { ...RESPONSE, amount: RESPONSE.amount + EXTENSION });
  return longer.dueAt > letterDue(happened).dueAt ? base : longer;
}

function ofPolicy(happened: Happened): ExpectedDeadline[] {
  const { received, acknowledged, updated, responded } = happened;
  // An update before any acknowledgement is the acknowledgement too; a response says that the complaint has arrived.
  const told = earliest(acknowledged, updated);
  const first = {
    duty: 'acknowledgement',
    ...due(received, ACKNOWLEDGEMENT),
    projected: false,
    ...fateOf({ done: earliest(told, responded), overtaken: earliest(updated, responded) }, happened),
  };
  const tellable = told !== undefined && !first.superseded;
  const second = {
    duty: 'update',
    ...due(tellable ? told : first.dueAt, UPDATE),
    projected: !tellable && !first.over,
    ...fateOf({ done: updated, overtaken: responded }, happened),
  };
  const updatedFirst = updated !== undefined && !second.superseded;
  const third = {
    duty: 'response',
    // A day ends where the next begins, so the last moment that is in time is before that.
    ...responseDue(updatedFirst ? updated : second.dueAt - 1_000, happened),
    projected: !updatedFirst && !second.over,
    ...fateOf({ done: responded }, happened),
  };
  return [first, second, third];
}

function letterDue({ received }: Happened) {
  return due(received, { amount: dateAt(received, ZONE) >= SIX_WEEKS_FROM ? 6 : 8, unit: 'weeks' });
}

function ofRegulator(happened: Happened): ExpectedDeadline {
  const fate = fateOf({ done: undefined }, happened);
  return { duty: 'adr_letter', ...letterDue(happened), projected: false, ...fate };
}

/** Every deadline that a complaint should have, by the oracle. */
export function expectedDeadlines(happened: Happened): ExpectedDeadline[] {
  return [...(happened.accepted ? ofPolicy(happened) : []), ofRegulator(happened)];
}

/** What the ticket's date fields should hold; null where they should be empty. */
export function expectedFields(happened: Happened) {
  const deadlines = expectedDeadlines(happened);
  const dateOf = (duty: string): string | null =>
    deadlines.find((one) => one.duty === duty && !one.projected && !one.waived)?.dueDate ?? null;
  const open = deadlines.filter(({ projected, over }) => !projected && !over);
  const [next] = open.sort((a, b) => a.dueAt - b.dueAt);
  return {
    received: dateAt(happened.received, ZONE),
    acknowledgement_due: dateOf('acknowledgement'),
    update_due: dateOf('update'),
    response_due: dateOf('response'),
    next_due: next?.dueDate ?? null,
  } as const;
}
