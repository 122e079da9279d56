import { z } from 'zod';
import { HOUR } from '../../domain/local-date.ts';
import type { Round } from '../jobs/rounds.ts';
import type { CaseTicket, Ledger, Stamped } from '../ledger/index.ts';
import { inBackground } from '../zendesk/background.ts';
import { ZendeskError } from '../zendesk/errors.ts';
import { id, instant } from '../zendesk/parse-ticket.ts';
import { restAfter } from './cost.ts';
import type { SweepOptions } from './sweep.ts';
import { wakeUnseen } from './wake-unseen.ts';

export interface CheckOptions extends Omit<SweepOptions, 'ledger'> {
  readonly ledger: Pick<Ledger, 'unseenAmong' | 'wake' | 'openCases'>;
}

/** As many as `show_many` takes. */
const AT_ONCE = 100;

const reply = z.object({
  tickets: z.array(z.object({ id, updated_at: instant, status: z.string().nullish() })),
});

const state = z.object({
  /** The home ticket up to which the cases are checked; where a check under way stands. */
  after: z.number().default(0),
  startedAt: z.number().nullish(),
  found: z.number().default(0),
  pages: z.number().default(0),
});

async function ticketsThere(
  { rest }: CheckOptions,
  cases: readonly CaseTicket[],
): Promise<ReadonlyMap<number, Stamped>> {
  const ids = cases.map(({ currentTicketId }) => currentTicketId).join(',');
  const parsed = reply.safeParse(await inBackground(() => rest.get('tickets/show_many', { ids })));
  if (!parsed.success)
    throw new ZendeskError("Zendesk's list of tickets can't be read", { code: 'malformed', effect: 'none' });
  const there = parsed.data.tickets.filter(({ status }) => status !== 'deleted');
  return new Map(there.map((one) => [one.id, { ticketId: one.id, updatedAt: one.updated_at }]));
}

/** Of these cases wakes those whose ticket has moved on, is gone, or is back. Answers how many. */
async function checkSome(options: CheckOptions, cases: readonly CaseTicket[]): Promise<number> {
  const { ledger, clock } = options;
  const there = await ticketsThere(options, cases);
  const gone = cases.filter((one) => one.lostAt === null && !there.has(one.currentTicketId));
  const back = cases.filter((one) => one.lostAt !== null && there.has(one.currentTicketId));
  const at = clock.now();
  await ledger.wake([...gone, ...back].map(({ currentTicketId }) => ({ ticketId: currentTicketId, at })));
  return gone.length + back.length + (await wakeUnseen(options, [...there.values()], { first: false }));
}

/**
 * Once an hour every open case's ticket by its id: finds what no search shows, because its tags are off or the ticket
 * is gone, and what the index has forgotten.
 */
export function createCheck(options: CheckOptions): Round {
  const { ledger, clock, callsPerMinute, onSwept } = options;
  return {
    name: 'check',
    everyMs: HOUR,
    run: async (turn) => {
      const read = state.safeParse(turn.state);
      const known = read.success ? read.data : { after: 0, found: 0, pages: 0 };
      const startedAt = known.startedAt ?? clock.now();
      let { after, found, pages } = known;
      for (;;) {
        const cases = await ledger.openCases({ after, limit: AT_ONCE });
        const last = cases.at(-1);
        if (!last) break;
        found += await checkSome(options, cases);
        pages += 1;
        after = last.ticketId;
        await turn.keep({ after, startedAt, found, pages });
      }
      const at = clock.now();
      const rest = restAfter(pages, callsPerMinute());
      onSwept({ kind: 'check', found, pages, at, intervalMs: Math.max(HOUR, rest, at - startedAt) });
      return { state: {}, notBefore: startedAt + rest };
    },
  };
}
