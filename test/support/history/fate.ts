import type { Random } from '../../soak/random.ts';
import type { Fate } from './case.ts';
import { monthIn } from './days.ts';
import { dueAfter } from './deadlines.ts';
import { moreEvents } from './more-events.ts';
import { COMPANIES, type Company, TRUTHS } from './truths.ts';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** On time somewhere within the second half of what is allowed, or some days late. */
function doneAt(from: number, dueAt: number, isLate: boolean, dice: Random): number {
  const at = isLate
    ? dueAt + dice.next() * 4 * DAY + 1_000
    : from + (dueAt - from) * (0.3 + dice.next() * 0.69);
  return Math.floor(at / 1_000) * 1_000;
}

const DELAYS = ['engineer_report', 'customer', 'third_party', 'workload', 'oversight'] as const;

interface Steps {
  readonly acknowledgedAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly respondedAt: number | undefined;
  readonly reasons: Readonly<Record<string, string>>;
}

/** What has happened by now; nothing follows on what has not. */
function stepsOf(
  receivedAt: number,
  { company, assigneeId, dice }: { company: Company; assigneeId: number | null; dice: Random },
): Steps {
  const { now, badMonth, slowHandler } = TRUTHS;
  const by = (at: number): number | undefined => (at <= now ? at : undefined);
  const reasons: Record<string, string> = {};
  const lateBy = (share: number, duty: string): boolean => {
    const isLate = dice.chance(share / 100);
    if (isLate && dice.chance(80 / 100)) reasons[duty] = dice.pick(DELAYS);
    return isLate;
  };
  const acknowledgedAt = by(doneAt(receivedAt, receivedAt + 24 * HOUR, lateBy(1.5, 'acknowledgement'), dice));
  if (acknowledgedAt === undefined)
    return { acknowledgedAt, updatedAt: undefined, respondedAt: undefined, reasons };
  const update = dueAfter(acknowledgedAt, 3, company);
  const lateUpdates = update.dueDate.startsWith(badMonth) ? 34 : 6;
  const isSkipped = dice.chance(3 / 100);
  // Some of the latest were left lying.
  const isLeft = dice.chance(15 / 100) && receivedAt > now - 45 * DAY;
  if (isLeft) return { acknowledgedAt, updatedAt: undefined, respondedAt: undefined, reasons };
  const told = doneAt(acknowledgedAt, update.dueAt, lateBy(lateUpdates, 'update'), dice);
  const updatedAt = isSkipped ? undefined : by(told);
  if (!isSkipped && updatedAt === undefined)
    return { acknowledgedAt, updatedAt, respondedAt: undefined, reasons };
  const from = updatedAt ?? update.dueAt - 1_000;
  const response = dueAfter(from, 7, company);
  const isLate = lateBy(assigneeId === slowHandler ? 40 : 4, 'response');
  return { acknowledgedAt, updatedAt, respondedAt: by(doneAt(from, response.dueAt, isLate, dice)), reasons };
}

const MARKS = ['burst', 'suspended', 'not_delivered', 'value_changed_back'] as const;

function sayingOf(dice: Random): string | null {
  const share = dice.next();
  if (share < 0.5) return null;
  if (share < 0.75) return 'offered';
  return share < 0.92 ? 'good' : 'bad';
}

/** What becomes of a complaint that was received then about that. */
export function fateOf(ticketId: number, receivedAt: number, category: string | null, dice: Random): Fate {
  const company = dice.chance(70 / 100) ? COMPANIES[0] : (COMPANIES[1] ?? COMPANIES[0]);
  const assigneeId = dice.chance(4 / 100) ? null : dice.pick(TRUTHS.handlers);
  const channel = dice.pick([
    'form',
    'form',
    'email',
    'email',
    'email',
    'letter',
    'other',
    dice.chance(15 / 100) ? 'phone' : 'form',
  ] as const);
  const answered = channel !== 'phone';
  const steps = stepsOf(receivedAt, { company, assigneeId, dice });
  const known = answered
    ? steps
    : { acknowledgedAt: undefined, updatedAt: undefined, respondedAt: undefined, reasons: {} };
  const { respondedAt } = known;
  const isWithdrawn = dice.chance(2 / 100);
  const answeredTo = respondedAt && respondedAt + dice.whole(5, 30) * DAY;
  const over = isWithdrawn || !answered ? receivedAt + (answered ? 2 : 20) * DAY : answeredTo;
  const closedAt = over !== undefined && over <= TRUTHS.now ? Math.floor(over / 1_000) * 1_000 : undefined;
  const before = <T>(at: T | undefined): T | undefined =>
    isWithdrawn && closedAt !== undefined ? undefined : at;
  const isOpen = closedAt === undefined;
  return {
    ticketId,
    company,
    receivedAt,
    channel,
    category,
    brandId: dice.pick(TRUTHS.brands),
    organizationId: 400 + dice.whole(1, TRUTHS.sites),
    assigneeId,
    acknowledgedAt: before(known.acknowledgedAt),
    updatedAt: before(known.updatedAt),
    respondedAt: before(respondedAt),
    reasons: before(known.reasons) ?? {},
    closedAt,
    withdrawn: isWithdrawn && closedAt !== undefined,
    outcome: dice.pick(['upheld', 'upheld', 'partly_upheld', 'not_upheld'] as const),
    rating: isOpen ? null : sayingOf(dice),
    marks: isOpen
      ? dice.chance(4 / 100)
        ? [dice.pick(MARKS)]
        : []
      : dice.chance(0.1 / 100)
        ? ['event_refused']
        : [],
    byPost: isOpen && channel === 'letter' && dice.chance(20 / 100),
    lostAt: isOpen && dice.chance(0.5 / 100) ? TRUTHS.now - DAY : null,
    events: respondedAt === undefined || isWithdrawn ? [] : moreEvents(ticketId, respondedAt, company, dice),
  };
}

/** In which month a complaint is counted: in the zone of the first policy. */
export const monthOfReceipt = (receivedAt: number): string => monthIn(receivedAt, COMPANIES[0].zone);
