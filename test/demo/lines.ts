import { type Deadline, type DeadlineState, deadlineState } from '../../domain/deadline.ts';
import type { Plan } from '../../domain/plan.ts';
import { dateText } from '../../domain/reason-text.ts';
import type { Step } from '../../server/reconcile/look.ts';
import type { Demo } from './demo.ts';

const DUTIES: Readonly<Record<string, string>> = {
  acknowledgement: 'acknowledgement',
  update: 'status update',
  response: 'formal response',
  adr_letter: 'ADR letter',
};
const nameOf = ({ duty }: Deadline): string => DUTIES[duty] ?? duty;
/** "Thu 9 Apr". */
const day = (deadline: Deadline): string => dateText(deadline.dueDate, 'en').replace(/ \d{4}$/, '');

/** Seconds from the last change by somebody else to the service's update, by the sandbox's request log. */
export function secondsSinceTagged({ sandbox, account }: Demo, ticketId: number, at: number): number {
  const path = new RegExp(`/tickets/${ticketId}(\\.json)?$`);
  const changes = sandbox
    .requests()
    .filter((entry) => entry.method === 'PUT' && path.test(entry.path.split('?')[0] ?? ''));
  const tagged = changes.findLast((entry) => entry.userId !== account.serviceUserId);
  return tagged ? (at - (Date.parse(tagged.at) + tagged.ms)) / 1000 : Number.NaN;
}

function acknowledged(ticketId: number, plan: Plan, seconds: number): string {
  const update = plan.deadlines.find((deadline) => deadline.duty === 'update');
  const due = update ? `, update due ${day(update)}` : '';
  return `ticket ${ticketId} tagged → acknowledged after ${seconds.toFixed(1)} s${due}`;
}

function changed(deadline: Deadline, state: DeadlineState): string | undefined {
  const what = nameOf(deadline);
  switch (state) {
    case 'due_soon':
      return `${what} due soon (${day(deadline)}): tag and note`;
    case 'overdue':
      return `${what} overdue since the end of ${day(deadline)}: tag`;
    case 'met':
      return `${what} sent in time`;
    case 'met_late':
      return `${what} sent late`;
    case 'running':
      return `${what} due ${day(deadline)}`;
    case 'waived':
      return `${what} no longer owed (${deadline.waived ?? ''})`;
    default:
      return undefined;
  }
}

const key = ({ regime, duty }: Deadline): string => `${regime}.${duty}`;

/** Turns what the service does into lines for a person: one for each step of a case. */
export function createLines(demo: () => Demo): (step: Step) => string[] {
  const states = new Map<string, DeadlineState>();
  const stages = new Map<number, string>();

  function changes(ticketId: number, plan: Plan, at: number): string[] {
    return plan.deadlines.flatMap((deadline) => {
      const name = `${ticketId}.${key(deadline)}`;
      const [before, now] = [states.get(name), deadlineState(deadline, at)];
      states.set(name, now);
      return before !== undefined && before !== now
        ? [changed(deadline, now)].filter((line) => line !== undefined)
        : [];
    });
  }

  function others({ kase, marks }: Plan, ticketId: number): string[] {
    if (stages.get(ticketId) === kase.stage) return [];
    stages.set(ticketId, kase.stage);
    if (kase.stage === 'refused')
      return ['came by a channel that the policy does not take: tag and note, nothing sent'];
    if (kase.stage === 'closed') return ['closed'];
    return marks.map(({ code }) => `needs a person: ${code.replaceAll('_', ' ')}`);
  }

  return (step) => {
    const { ticketId, plan, update, at } = step;
    if (!plan) return [`ticket ${ticketId} complaint taken back: fields, tags and dates taken off`];
    const moved = changes(ticketId, plan, at).concat(others(plan, ticketId));
    if (update?.comment?.public)
      return [acknowledged(ticketId, plan, secondsSinceTagged(demo(), ticketId, at))];
    if (plan.send.kind === 'by_post' && update?.comment)
      moved.push('has no e-mail address: acknowledgement by post');
    return moved.length > 0 ? [`ticket ${ticketId} ${moved.join(', ')}`] : [];
  };
}
