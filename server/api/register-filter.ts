import { z } from 'zod';
import { OUTCOMES } from '../../domain/events.ts';
import { addToMonth, firstDay } from '../../domain/months.ts';
import { STAGES } from '../../domain/stage.ts';
import type { FellDue, RegisterFilter } from '../ledger/index.ts';
import { NOT_SENT_MARKS } from './advice.ts';
import { monthText } from './filters.ts';
import { dateText, idText, listOf, nameText, timeText, yesOrNo } from './query.ts';

const oneOf = <T extends string>(names: readonly T[]) =>
  listOf(z.enum(names, { error: `must be among ${names.join(', ')}` }));

/** By what the register can be narrowed; see docs/figures.md. */
export const registerShape = {
  stage: oneOf(STAGES).optional(),
  category: listOf(nameText).optional(),
  policy: listOf(nameText).optional(),
  channel: listOf(nameText).optional(),
  outcome: oneOf(OUTCOMES).optional(),
  rating: oneOf(['offered', 'good', 'bad']).optional(),
  flags: listOf(nameText).optional(),
  marks: listOf(nameText).optional(),
  assignee: listOf(idText).optional(),
  group: listOf(idText).optional(),
  brand: listOf(idText).optional(),
  organization: listOf(idText).optional(),
  tickets: listOf(idText).optional(),
  open: yesOrNo.optional(),
  overdue: yesOrNo.optional(),
  no_owner: yesOrNo.optional(),
  by_post: yesOrNo.optional(),
  needs_person: yesOrNo.optional(),
  /** Only `true`: the marks of what was not sent, in place of their names. */
  not_sent: z.literal('true', { error: 'must be true' }).optional(),
  /** The next duty, as `regime.duty`, and the date of its deadline, both included. */
  duty: listOf(nameText).optional(),
  due_from: dateText.optional(),
  due_to: dateText.optional(),
  due_before: timeText.optional(),
  /** A promise that fell due, as `regime.duty`; in which month; whether it was missed (`any`: of any duty), and why. */
  promise: listOf(nameText).optional(),
  due_month: monthText.optional(),
  late: listOf(nameText).optional(),
  delay: listOf(nameText).optional(),
  received_from: timeText.optional(),
  received_to: timeText.optional(),
  closed_from: timeText.optional(),
  closed_to: timeText.optional(),
};

type Asked = z.output<z.ZodObject<typeof registerShape>>;

function fellDueOf({ promise, due_month: month, late, delay }: Asked): FellDue | undefined {
  if (promise === undefined && month === undefined && late === undefined && delay === undefined)
    return undefined;
  const named = late?.includes('any') ? undefined : late;
  return {
    ...(month === undefined ? {} : { from: firstDay(month), to: firstDay(addToMonth(month, 1)) }),
    duties: named ?? promise,
    missed: late !== undefined || delay !== undefined,
    reasons: delay?.map((code) => (code === 'none' ? null : code)),
  };
}

function namesOf(query: Asked): RegisterFilter {
  const { marks, not_sent: notSent } = query;
  return {
    stages: query.stage,
    categories: query.category,
    policies: query.policy,
    channels: query.channel,
    outcomes: query.outcome,
    ratings: query.rating,
    flags: query.flags,
    marks: notSent ? NOT_SENT_MARKS.filter((code) => !marks || marks.includes(code)) : marks,
    assignees: query.assignee,
    groups: query.group,
    brands: query.brand,
    organizations: query.organization,
    tickets: query.tickets,
    duties: query.duty,
  };
}

export function registerFilterOf(query: Asked): RegisterFilter {
  return {
    ...namesOf(query),
    open: query.open,
    overdue: query.overdue,
    noOwner: query.no_owner,
    byPost: query.by_post,
    needsPerson: query.needs_person,
    dueFrom: query.due_from,
    dueTo: query.due_to,
    dueBefore: query.due_before,
    fellDue: fellDueOf(query),
    receivedFrom: query.received_from,
    receivedTo: query.received_to,
    closedFrom: query.closed_from,
    closedTo: query.closed_to,
  };
}
