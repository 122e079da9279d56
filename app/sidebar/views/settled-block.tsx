import { type Deadline, deadlineState } from '../../../domain/deadline.ts';
import type { EventKind, Outcome } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { ClockIcon } from '../../ui/icons.tsx';
import type { TextKey } from '../../ui/language.ts';
import { CheckCircleIcon } from '../../ui/more-icons.tsx';
import type { StatusBlockProps } from '../../ui/StatusBlock.tsx';
import type { Reading } from '../model/status.ts';
import { OUTCOMES } from './OutcomeChoice.tsx';

export type SettledKind = 'responded' | 'appealed' | 'referred' | 'closed' | 'ended';

/** What the block is told. */
export interface Settled {
  readonly record: ClockRecord;
  readonly reading: Reading;
  /** What the customer gets, in words. */
  readonly redress?: string | undefined;
}

function at(record: ClockRecord, kind: EventKind): Instant | undefined {
  return record.events.findLast((event) => event.kind === kind)?.at;
}

function outcomeText({ outcome }: { readonly outcome?: Outcome }): TextKey {
  return outcome ? OUTCOMES[outcome] : 'done.noOutcome';
}

function responseState(deadlines: readonly Deadline[], { now }: Reading): TextKey {
  const response = deadlines.find(({ doneBy }) => doneBy === 'responded');
  return response && deadlineState(response, now) === 'met_late' ? 'state.metLate' : 'state.met';
}

function endedText(deadlines: readonly Deadline[]): TextKey {
  const waived = new Set(deadlines.map((deadline) => deadline.waived));
  if (waived.has('withdrawn')) return 'ended.withdrawn';
  return waived.has('not_a_complaint') ? 'ended.notComplaint' : 'ended.plain';
}

function momentAndRedress({ record, reading, redress }: Settled, kind: EventKind): { distance?: string } {
  const instant = at(record, kind);
  const parts = [instant === undefined ? '' : reading.when.moment(instant), redress ?? ''];
  const distance = parts.filter((part) => part !== '').join(' · ');
  return distance ? { distance } : {};
}

type Block = Omit<StatusBlockProps, 'action'>;

function responded(settled: Settled): Block {
  const { record, reading } = settled;
  const { say } = reading.language;
  return {
    tone: 'success',
    icon: <CheckCircleIcon />,
    title: say('done.title'),
    state: say(responseState(record.deadlines, reading)),
    due: say(outcomeText(record)),
    ...momentAndRedress(settled, 'responded'),
  };
}

function appealed({ record, reading }: Settled): Block {
  const { say } = reading.language;
  const since = at(record, 'appealed');
  const date = since === undefined ? '' : reading.when.day(reading.when.today(since));
  const block = { tone: 'neutral', icon: <ClockIcon />, title: say('appeal.title') } as const;
  return {
    ...block,
    state: say('state.work'),
    due: say('appeal.since', { date }),
    distance: say('appeal.text'),
  };
}

/** No state: the title says it all, and a pill would break it at 320 pixels. */
function referred({ reading: { language } }: Settled): Block {
  const { say } = language;
  const block = { tone: 'neutral', icon: <ClockIcon />, title: say('referral.title') } as const;
  return { ...block, distance: say('referral.noDate') };
}

function closed(settled: Settled): Block {
  const { say } = settled.reading.language;
  const block = { tone: 'neutral', icon: <CheckCircleIcon />, title: say('closed.title') } as const;
  return { ...block, due: say(outcomeText(settled.record)), ...momentAndRedress(settled, 'closed') };
}

function ended({ record, reading: { language } }: Settled): Block {
  const { say } = language;
  const block = { tone: 'neutral', icon: <CheckCircleIcon />, title: say('ended.title') } as const;
  return { ...block, distance: say(endedText(record.deadlines)) };
}

/** The status block of each stage in which the policy asks nothing of the agent for now. */
export const SETTLED_BLOCKS: Readonly<Record<SettledKind, (settled: Settled) => Block>> = {
  responded,
  appealed,
  referred,
  closed,
  ended,
};
