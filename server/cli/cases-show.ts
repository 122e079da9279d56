import { failureAdvice } from '../jobs/failure-advice.ts';
import { type CasesCommand, timeText, withTimes } from './cases-io.ts';
import type { CommandParts } from './command-parts.ts';

async function readAll(ticketId: number, { ledger }: CommandParts) {
  const home = await ledger.homeOf(ticketId);
  const whole = home === undefined ? undefined : await ledger.readCase(home);
  const current = whole?.row.currentTicketId ?? ticketId;
  const failed = (await ledger.failedLooks()).filter((one) =>
    [ticketId, home, current].includes(one.ticketId),
  );
  const wake = await ledger.readWake(current);
  return { whole, nextLookAt: wake?.wakeAt ?? null, attempts: wake?.attempts ?? 0, failed };
}

function linesOf({ whole, nextLookAt, failed }: Awaited<ReturnType<typeof readAll>>): string[] {
  const { row, events = [], deadlines = [] } = whole ?? {};
  const facts = row
    ? [
        `Ticket ${row.ticketId}${row.currentTicketId === row.ticketId ? '' : `, goes on on ticket ${row.currentTicketId}`}`,
        `  stage ${row.stage}, by ${row.channel ?? 'an unknown channel'}, received ${timeText(row.receivedAt)}`,
        `  policy ${row.policyId}, version ${row.policyVersion}`,
        ...(row.closedAt === null ? [] : [`  over since ${timeText(row.closedAt)}`]),
        ...(row.lostAt === null
          ? []
          : [`  ticket lost ${timeText(row.lostAt)}: ${row.lostWhy ?? 'why is unknown'}`]),
        ...(row.marks.length === 0 ? [] : [`  for a person: ${row.marks.join(', ')}`]),
      ]
    : ['The ledger holds no case of this ticket.'];
  return [
    ...facts,
    ...events.map(({ kind, at, auditId }) => `  ${timeText(at)}  ${kind} (audit ${auditId})`),
    ...deadlines.map(
      ({ regime, duty, dueAt, doneAt, waived, projected }) =>
        `  ${regime}.${duty}: due ${timeText(dueAt)}${projected ? ' at the latest' : ''}${doneAt === null ? '' : `, done ${timeText(doneAt)}`}${waived === null ? '' : `, waived: ${waived}`}`,
    ),
    `  next look ${timeText(nextLookAt)}`,
    ...failed.map(
      ({ ticketId, code, message, since }) =>
        `  looks at ticket ${ticketId} fail since ${timeText(since)}: ${code}: ${message}\n    ${failureAdvice(code).en}`,
    ),
  ];
}

/** One case; 1 where the ledger holds none and nothing has failed there. */
export const showCase: CasesCommand = async ({ ticketId = 0, json }, parts, { print }) => {
  const all = await readAll(ticketId, parts);
  const { whole = null, ...rest } = all;
  print(json ? JSON.stringify(withTimes({ case: whole, ...rest })) : linesOf(all).join('\n'));
  return all.whole || all.failed.length > 0 ? 0 : 1;
};
