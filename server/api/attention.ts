import type { Instant } from '../../domain/local-date.ts';
import type { Advice } from '../jobs/failure-advice.ts';
import { failureAdvice } from '../jobs/failure-advice.ts';
import type { Ledger, MarkedCase } from '../ledger/index.ts';
import { isHeld, LOST_ADVICE, markAdvice } from './advice.ts';
import { iso } from './case.ts';

/** Something that a person has to see to. `since`: null where the ledger doesn't say. */
export interface AttentionItem {
  readonly kind: 'failed_look' | 'held_send' | 'mark' | 'lost_ticket';
  readonly ticketId: number;
  readonly currentTicketId: number;
  readonly code: string;
  readonly advice: Advice;
  readonly since: string | null;
  readonly assigneeId: number | null;
  readonly groupId: number | null;
  readonly nextDueAt: string | null;
}

/** More than a list on a screen can hold; `total` says whether there are more. */
const MOST = 500;

/** Since when there is reason for one of its marks; a lost ticket's since it was found gone. */
function markedSince({ markedSince, lostAt, lostWhy }: MarkedCase, code: string): Instant | null {
  return markedSince[code] ?? (code === `ticket_${lostWhy}` ? lostAt : null);
}

function itemsOf(one: MarkedCase): AttentionItem[] {
  const { ticketId, currentTicketId, assigneeId, groupId } = one;
  const about = { ticketId, currentTicketId, assigneeId, groupId, nextDueAt: iso(one.nextDueAt) };
  const marks = one.marks.map((code): AttentionItem => {
    const kind = isHeld(code) ? 'held_send' : 'mark';
    return { kind, ...about, code, advice: markAdvice(code), since: iso(markedSince(one, code)) };
  });
  if (one.lostAt === null) return marks;
  const lost = { code: one.lostWhy ?? 'lost', advice: LOST_ADVICE, since: iso(one.lostAt) };
  return [{ kind: 'lost_ticket', ...about, ...lost }, ...marks];
}

/** All that needs a person: looks that were given up first, then cases by their due times. */
export async function attentionAnswer(ledger: Ledger) {
  const [failed, marked] = await Promise.all([ledger.failedLooks(), ledger.markedCases(MOST)]);
  const looks = failed.slice(0, MOST).map(({ ticketId, code, message, since, attempts, nextTryAt }) => ({
    kind: 'failed_look' as const,
    ticketId,
    currentTicketId: ticketId,
    code,
    advice: failureAdvice(code),
    since: iso(since),
    assigneeId: null,
    groupId: null,
    nextDueAt: null,
    message,
    attempts,
    nextTryAt: iso(nextTryAt),
  }));
  return {
    totals: { failedLooks: failed.length, cases: marked.total },
    items: [...looks, ...marked.cases.flatMap(itemsOf)],
  };
}
