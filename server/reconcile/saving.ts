import type { Instant } from '../../domain/local-date.ts';
import { JUST_SENT, type Plan } from '../../domain/plan.ts';
import type { LookOutcome } from '../jobs/look.ts';
import type { WholeCase } from '../ledger/index.ts';
import { wholeCase } from './case-row.ts';
import type { LookDeps } from './look-deps.ts';
import { lostCase } from './lost-case.ts';
import { planOfOther } from './other-case.ts';
import type { CaseReading, ReadCase } from './read-case.ts';

/** The case as it is to be kept; as lost where its ticket is gone, since whenever that was first seen. */
async function kept(one: ReadCase, plan: Plan, reading: CaseReading, deps: LookDeps): Promise<WholeCase> {
  const now = deps.clock.now();
  const { account, cases } = deps;
  const whole = wholeCase({
    plan,
    // As it was read for this look; of another one as its family was read.
    ticket: one.current.id === reading.ticket.id ? reading.ticket : one.current,
    homeTicketId: one.homeTicketId,
    told: one.told,
    serviceUserId: account.serviceUserId,
    categoryField: account.fields.category,
    now,
  });
  if (!one.lost) return whole;
  const before = (await cases.readCase(one.homeTicketId))?.row;
  const row = {
    ...whole.row,
    lostAt: before?.lostAt ?? null,
    currentTicketId: before?.currentTicketId ?? whole.row.currentTicketId,
  };
  return lostCase({ ...whole, row }, 'deleted', now);
}

const auditsOf = ({ events }: Pick<WholeCase, 'events'>): string =>
  JSON.stringify([...new Set(events.map(({ auditId }) => auditId))].filter((id) => id !== JUST_SENT).sort());

/**
 * Whether a look at another ticket than the one on which the case goes on adds nothing to what the ledger has: then
 * that one's own look says more about it.
 */
async function isKnown(whole: WholeCase, reading: CaseReading, { cases }: LookDeps): Promise<boolean> {
  if (whole.row.currentTicketId === reading.ticket.id) return false;
  const known = await cases.readCase(whole.row.ticketId);
  return (
    known !== undefined &&
    known.row.currentTicketId === whole.row.currentTicketId &&
    (known.row.lostAt === null) === (whole.row.lostAt === null) &&
    auditsOf(known) === auditsOf(whole)
  );
}

/** The cases of a look that are to be saved: the one that the ticket shows, and the others that go on on it. */
async function toSave(plan: Plan, reading: CaseReading, deps: LookDeps): Promise<WholeCase[]> {
  const { shown, others } = reading;
  const plans = others.map((one) => [one, planOfOther(one, reading, deps, deps.clock.now())] as const);
  const all = [...(shown ? [[shown, plan] as const] : []), ...plans];
  const wholes: WholeCase[] = [];
  for (const [one, itsPlan] of all) {
    const whole = itsPlan && (await kept(one, itsPlan, reading, deps));
    if (whole && !(await isKnown(whole, reading, deps))) wholes.push(whole);
  }
  return wholes;
}

/** Other tickets that show the same case and have to be looked at too. */
function alsoToLookAt({ ticket, shown }: CaseReading, saved: readonly WholeCase[], wrote: boolean): number[] {
  const current = saved.flatMap(({ row }) => (row.lostAt === null ? [row.currentTicketId] : []));
  const siblings = wrote && shown ? shown.open : [];
  return [...new Set([...current, ...siblings])].filter((id) => id !== ticket.id);
}

/** What is to be kept of a look, and when the next one is due. `wrote`: whether it has changed the ticket. */
export async function outcomeOf(
  plan: Plan,
  reading: CaseReading,
  wrote: boolean,
  deps: LookDeps,
): Promise<LookOutcome> {
  const { ticket, noCaseOf } = reading;
  const saved = await toSave(plan, reading, deps);
  const at: Instant = deps.clock.now();
  const also = alsoToLookAt(reading, saved, wrote);
  if (also.length > 0) await deps.cases.wake(also.map((ticketId) => ({ ticketId, at })));
  return {
    nextLookAt: ticket.status === 'closed' ? undefined : plan.nextLookAt,
    // Whether mail went out is made sure of once all who wait for theirs have been written to.
    nextMayWait: plan.send.kind === 'send' && plan.notes.length === 0,
    save: async (tx) => {
      for (const home of noCaseOf) await deps.cases.removeCase(tx, home);
      for (const one of saved) await deps.cases.saveCase(tx, one);
    },
  };
}
