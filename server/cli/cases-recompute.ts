import { type Move, movedPromises } from '../../domain/index.ts';
import { reasonText } from '../../domain/reason-text.ts';
import { wakeOpenCases } from '../recompute/recompute.ts';
import { decide } from '../reconcile/decide.ts';
import type { LookDeps } from '../reconcile/look.ts';
import { readCase, ticketIfThere } from '../reconcile/read-case.ts';
import { recordedByService } from '../reconcile/recorded.ts';
import { inBackground } from '../zendesk/background.ts';
import { type CasesCommand, withTimes } from './cases-io.ts';
import type { CommandParts } from './command-parts.ts';
import { liveSinceOf } from './live-since.ts';

interface MovedTicket {
  readonly ticketId: number;
  readonly zone: string;
  readonly moves: readonly Move[];
}

const AT_ONCE = 500;

/** Which promises on a ticket's record would move with the next look. Writes nothing. */
async function movesOn(ticketId: number, deps: LookDeps): Promise<MovedTicket | undefined> {
  const now = deps.clock.now();
  const ticket = await ticketIfThere(deps.zendesk, ticketId);
  if (!ticket || ticket.status === 'closed' || ticket.status === 'deleted') return undefined;
  const reading = await readCase(deps, ticket, now);
  const recorded = recordedByService(reading, deps.account);
  const decision = await decide(reading, deps, now);
  const [first] = reading.events.map((event) => event.firstMadeAt ?? event.at).sort((a, b) => a - b);
  if (!recorded || !decision || first === undefined) return undefined;
  const { policy } = reading;
  const calendar = deps.calendarFrom(policy, first, now);
  const moves = movedPromises(recorded, { deadlines: decision.plan.deadlines, calendar, policy });
  return moves.length > 0 ? { ticketId, zone: policy.timeZone, moves } : undefined;
}

function linesOf({ ticketId, zone, moves }: MovedTicket): string[] {
  return moves.map(({ regime, duty, from, to, because, versions }) => {
    const why = [
      ...(versions ? [`version ${versions[1]} of the policy holds instead of version ${versions[0]}`] : []),
      ...because.map((reason) => reasonText(reason, 'en', zone)),
    ];
    return `ticket ${ticketId}  ${regime}.${duty}: ${from?.dueDate ?? '-'} -> ${to?.dueDate ?? '-'}  ${why.join('; ')}`;
  });
}

async function findMoves({ ledger, ...parts }: CommandParts, signal: AbortSignal) {
  const { lookDeps } = await parts.prepared((await liveSinceOf({ ledger, ...parts })).at);
  const moved: MovedTicket[] = [];
  let [after, cases] = [0, 0];
  for (;;) {
    const page = await ledger.openCases({ after, limit: AT_ONCE });
    const last = page.at(-1);
    if (!last) return { moved, cases };
    for (const { currentTicketId } of page) {
      signal.throwIfAborted();
      const one = await inBackground(() => movesOn(currentTicketId, lookDeps));
      if (one) moved.push(one);
    }
    cases += page.length;
    after = last.ticketId;
  }
}

/** Has all open cases counted again, which writes a note on each ticket whose promise moves; or says which would. */
export const recompute: CasesCommand = async ({ dryRun, json }, parts, { print, signal }) => {
  if (!dryRun) {
    const woken = await wakeOpenCases(parts);
    print(json ? JSON.stringify({ woken }) : `To be counted again, by the service: ${woken} open cases.`);
    return 0;
  }
  const { moved, cases } = await findMoves(parts, signal);
  if (json) print(JSON.stringify(withTimes({ cases, moved })));
  else {
    for (const line of moved.flatMap(linesOf)) print(line);
    print(`Of ${cases} open cases ${moved.length} would move. Nothing was written.`);
  }
  return 0;
};
