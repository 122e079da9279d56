import type { DeadlineRow } from '../../../server/ledger/index.ts';
import type { Fate } from './case.ts';
import { dateIn, plusDays, plusWeekdays, startOf } from './days.ts';
import type { Company } from './truths.ts';

const HOUR = 3_600_000;

/** When a step is due that is promised for so many weekdays after another. */
export function dueAfter(from: number, weekdays: number, { zone }: Company) {
  const dueDate = plusWeekdays(dateIn(from, zone), weekdays);
  return { dueDate, dueAt: startOf(plusDays(dueDate, 1), zone) };
}

interface Step {
  readonly duty: string;
  readonly from: number;
  readonly projected: boolean;
  readonly due: { readonly dueDate: string; readonly dueAt: number };
  readonly doneAt: number | undefined;
  readonly superseded: boolean;
}

function stepsOf(fate: Fate): Step[] {
  const { company, receivedAt, acknowledgedAt, updatedAt, respondedAt } = fate;
  const ackDue = receivedAt + 24 * HOUR;
  const ack = { dueDate: dateIn(ackDue, company.zone), dueAt: ackDue };
  const fromAck = acknowledgedAt ?? ackDue;
  const update = dueAfter(fromAck, 3, company);
  const fromUpdate = updatedAt ?? update.dueAt - 1_000;
  const skipped = updatedAt === undefined && respondedAt !== undefined;
  return [
    {
      duty: 'acknowledgement',
      from: receivedAt,
      projected: false,
      due: ack,
      doneAt: acknowledgedAt,
      superseded: false,
    },
    {
      duty: 'update',
      from: fromAck,
      projected: acknowledgedAt === undefined,
      due: update,
      doneAt: updatedAt,
      superseded: skipped,
    },
    {
      duty: 'response',
      from: fromUpdate,
      projected: updatedAt === undefined && respondedAt === undefined,
      due: dueAfter(fromUpdate, 7, company),
      doneAt: respondedAt,
      superseded: false,
    },
  ];
}

/** The three promises of a complaint, as far as anything is owed on its channel. */
export function deadlinesOf(fate: Fate): DeadlineRow[] {
  if (fate.channel === 'phone') return [];
  return stepsOf(fate).map(({ duty, from, projected, due, doneAt, superseded }): DeadlineRow => {
    const over = fate.withdrawn ? 'withdrawn' : superseded ? 'superseded' : null;
    const waived = doneAt !== undefined ? null : fate.lostAt === null ? over : (over ?? 'lost');
    return {
      regime: fate.company.policyId,
      duty,
      anchorAt: from,
      projected,
      ...due,
      warnAt: due.dueAt - 4 * HOUR,
      doneAt: doneAt ?? null,
      waived,
      delayReason: fate.reasons[duty] ?? null,
    };
  });
}
