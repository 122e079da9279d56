import { type Deadline, deadlineState, isLate } from './deadline.ts';
import type { EventKind } from './events.ts';
import type { Instant } from './local-date.ts';
import type { Policy } from './policy.ts';
import type { Stage } from './stage.ts';

/** What can be done about a case, each by one form or one click. */
export const ACTION_IDS = [
  'acknowledge',
  'update',
  'respond',
  'another_update',
  'extend',
  'ask_evidence',
  'adr_letter',
  'withdraw',
  'not_a_complaint',
  'correct',
  'appeal',
  'question',
  'appeal_acknowledge',
  'appeal_respond',
  'refer',
  'ombudsman_date',
  'case_file_sent',
  'decide',
  'lesson',
  'case_file',
  'close',
  'reopen',
  'explain_delay',
  'ask_review',
  'flags',
  'behaviour',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

/** What the clock record, or a folded case with its deadlines, says of where a case stands. */
export interface ActionState {
  readonly stage: Stage;
  readonly events: readonly { readonly kind: EventKind }[];
  readonly deadlines: readonly Deadline[];
  /** What sets the complaint apart. */
  readonly flags?: readonly string[];
}

export interface ActionFacts {
  readonly now: Instant;
  /** The policy that holds; without it nothing can be extended. */
  readonly policy?: Policy | undefined;
}

/** The stages in which a formal response is still to come. */
const UNANSWERED: readonly Stage[] = ['received', 'acknowledged', 'updated'];
/** The stages in which it can be seen what the complaint has taught. */
const LEARNT: readonly Stage[] = ['responded', 'referred', 'closed'];
/** What makes it plain to the customer that the way to the ombudsman is open. */
const OPENS_THE_WAY: readonly EventKind[] = ['responded', 'adr_letter_sent', 'deadlock'];

interface Situation extends ActionFacts {
  readonly stage: Stage;
  readonly kinds: ReadonlySet<EventKind>;
  readonly deadlines: readonly Deadline[];
  readonly flags: readonly string[];
  /** Neither closed nor ended. */
  readonly live: boolean;
}

type Allowed = (situation: Situation) => boolean;

const isOpen = ({ doneAt, waived }: Deadline): boolean => doneAt === undefined && waived === undefined;

/** Whether the policy lets some deadline be moved that has not passed. Whether so far is said when it is tried. */
const canExtend: Allowed = ({ deadlines, policy, now, live }) =>
  live &&
  deadlines.some((deadline) => {
    const regime = policy?.regimes.find(({ id }) => id === deadline.regime);
    const rule = regime?.duties.find(({ id }) => id === deadline.duty)?.extension;
    const times = deadline.extensions?.length ?? 0;
    const inTime = !isLate(deadline, now);
    return rule && !deadline.hardCap && isOpen(deadline) && inTime && times < (rule.times ?? times + 1);
  });

/** Where the policy knows of no dispute body, there is nothing to tell of one. */
const canSendAdrLetter: Allowed = ({ kinds, policy, deadlines, live }) =>
  live &&
  !kinds.has('adr_letter_sent') &&
  (policy === undefined ||
    policy.company.ombudsman !== undefined ||
    deadlines.some(({ doneBy }) => doneBy === 'adr_letter_sent'));

const canRefer: Allowed = ({ stage, kinds, deadlines, now }) =>
  stage !== 'ended' &&
  !kinds.has('referred') &&
  (OPENS_THE_WAY.some((kind) => kinds.has(kind)) ||
    deadlines.some((one) => one.doneBy === 'adr_letter_sent' && isLate(one, now)));

const withOmbudsman: Allowed = ({ kinds, live }) => live && kinds.has('referred') && !kinds.has('decided');

const owesAcknowledgement: Allowed = ({ kinds, stage, deadlines }) =>
  !kinds.has('acknowledged') &&
  !kinds.has('responded') &&
  (stage === 'received' || deadlines.some((one) => one.doneBy === 'acknowledged' && isOpen(one)));

const unanswered: Allowed = ({ stage }) => UNANSWERED.includes(stage);
const isAppealed: Allowed = ({ stage }) => stage === 'appealed';
const isLive: Allowed = ({ live }) => live;

const ALLOWED: Readonly<Record<ActionId, Allowed>> = {
  acknowledge: (one) => one.live && owesAcknowledgement(one),
  update: (one) => unanswered(one) && !one.kinds.has('updated'),
  respond: unanswered,
  another_update: (one) => unanswered(one) && one.kinds.has('updated'),
  extend: canExtend,
  ask_evidence: (one) => unanswered(one) || isAppealed(one),
  adr_letter: canSendAdrLetter,
  withdraw: isLive,
  not_a_complaint: isLive,
  correct: () => true,
  appeal: ({ stage, kinds }) =>
    (stage === 'responded' || stage === 'closed') && kinds.has('responded') && !kinds.has('appealed'),
  question: ({ stage, kinds }) => (stage === 'responded' || stage === 'closed') && kinds.has('responded'),
  appeal_acknowledge: (one) => isAppealed(one) && !one.kinds.has('appeal_acknowledged'),
  appeal_respond: isAppealed,
  refer: canRefer,
  ombudsman_date: withOmbudsman,
  case_file_sent: (one) =>
    withOmbudsman(one) && one.deadlines.some((deadline) => deadline.after === 'noted' && isOpen(deadline)),
  decide: withOmbudsman,
  lesson: ({ stage, kinds }) => kinds.has('responded') && LEARNT.includes(stage),
  // As soon as there is an answer that the customer may take to the ombudsman, or the case is over.
  case_file: ({ stage }) => !UNANSWERED.includes(stage),
  close: ({ stage, kinds }) =>
    (stage === 'responded' || stage === 'refused') &&
    (!kinds.has('deadlock') || kinds.has('adr_letter_sent')),
  reopen: ({ live }) => !live,
  explain_delay: ({ deadlines, now }) =>
    deadlines.some((one) => ['overdue', 'met_late'].includes(deadlineState(one, now))),
  ask_review: (one) => unanswered(one) || isAppealed(one),
  flags: isLive,
  // Who was not impolite is not asked to stay polite.
  behaviour: ({ live, flags }) => live && flags.includes('abusive_behaviour'),
};

/**
 * What may be done about a case now, in the order of {@link ACTION_IDS}. None of it is refused by the fold; only of an
 * extension the length decides, see {@link extendedDue}.
 */
export function allowedActions(state: ActionState, facts: ActionFacts): readonly ActionId[] {
  const { stage, events, deadlines, flags = [] } = state;
  const situation: Situation = {
    ...facts,
    stage,
    deadlines,
    flags,
    kinds: new Set(events.map(({ kind }) => kind)),
    live: stage !== 'closed' && stage !== 'ended',
  };
  return ACTION_IDS.filter((id) => ALLOWED[id](situation));
}
