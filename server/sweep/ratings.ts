import { z } from 'zod';
import { DAY, HOUR } from '../../domain/local-date.ts';
import type { Clock } from '../clock.ts';
import type { Round } from '../jobs/rounds.ts';
import type { Ledger, UnratedCase } from '../ledger/index.ts';
import { inBackground } from '../zendesk/background.ts';
import { ZendeskError } from '../zendesk/errors.ts';
import { id, ratingSchema } from '../zendesk/parse-ticket.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { restAfter } from './cost.ts';

export interface RatingsOptions {
  readonly rest: Pick<ZendeskRest, 'get'>;
  readonly ledger: Pick<Ledger, 'unratedCases' | 'wake'>;
  readonly clock: Clock;
  /** The account's limit, in calls a minute. */
  readonly callsPerMinute: () => number;
}

/** As many as `show_many` takes. */
const AT_ONCE = 100;
/** A customer is asked about a day after the closing, and answers within days; who has not by then does not. */
const ASKED_FOR_MS = 30 * DAY;

const reply = z.object({ tickets: z.array(z.object({ id, satisfaction_rating: ratingSchema })) });

/** Of these cases wakes those whose ticket says something else by now. Answers how many. */
async function wakeRated(
  { rest, ledger, clock }: RatingsOptions,
  cases: readonly UnratedCase[],
): Promise<number> {
  const ids = cases.map(({ currentTicketId }) => currentTicketId).join(',');
  const parsed = reply.safeParse(await inBackground(() => rest.get('tickets/show_many', { ids })));
  if (!parsed.success)
    throw new ZendeskError("Zendesk's list of tickets can't be read", { code: 'malformed', effect: 'none' });
  const said = new Map(parsed.data.tickets.map((one) => [one.id, one.satisfaction_rating?.score ?? null]));
  const rated = cases.filter(({ currentTicketId, rating }) => {
    const now = said.get(currentTicketId);
    return now !== undefined && now !== rating;
  });
  const at = clock.now();
  await ledger.wake(
    rated.map(({ currentTicketId }) => ({ ticketId: currentTicketId, at, background: true })),
  );
  return rated.length;
}

/**
 * Twice a day the tickets of cases closed in the last 30 days that nobody has rated: no trigger runs on a ticket that
 * Zendesk has closed, and a rating need not move its stamp. One call for a hundred cases.
 * @param onFound told how many have been rated since
 */
export function createRatings(options: RatingsOptions, onFound: (found: number) => void): Round {
  const { ledger, clock, callsPerMinute } = options;
  return {
    name: 'ratings',
    everyMs: 12 * HOUR,
    run: async () => {
      const startedAt = clock.now();
      let [after, found, pages] = [0, 0, 0];
      for (;;) {
        const cases = await ledger.unratedCases({ since: startedAt - ASKED_FOR_MS, after, limit: AT_ONCE });
        const last = cases.at(-1);
        if (!last) break;
        found += await wakeRated(options, cases);
        pages += 1;
        after = last.ticketId;
      }
      onFound(found);
      return { state: {}, notBefore: startedAt + restAfter(pages, callsPerMinute()) };
    },
  };
}
