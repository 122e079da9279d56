import { type Deadline, deadlineState } from '../../../domain/deadline.ts';
import type { EventKind } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { CheckCircleIcon, ClockIcon } from '../../ui/icons.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Stack } from '../../ui/layout.tsx';
import { StatusBlock, type StatusBlockProps } from '../../ui/StatusBlock.tsx';
import type { Reading } from '../model/status.ts';
import { useSpoken } from '../use-spoken.ts';
import { OUTCOMES } from './OutcomeChoice.tsx';

export type SettledKind = 'responded' | 'appealed' | 'referred' | 'closed' | 'ended';

function at(record: ClockRecord, kind: EventKind): Instant | undefined {
  return record.events.find((event) => event.kind === kind)?.at;
}

function momentOf(record: ClockRecord, kind: EventKind, { when }: Reading): { distance?: string } {
  const instant = at(record, kind);
  return instant === undefined ? {} : { distance: when.moment(instant) };
}

function outcomeText({ outcome }: ClockRecord): TextKey {
  return outcome ? OUTCOMES[outcome] : 'done.noOutcome';
}

function responseState(deadlines: readonly Deadline[], { now }: Reading): TextKey {
  const response = deadlines.find(({ duty }) => duty === 'response');
  return response && deadlineState(response, now) === 'met_late' ? 'state.metLate' : 'state.met';
}

function endedText(deadlines: readonly Deadline[]): TextKey {
  const waived = new Set(deadlines.map((deadline) => deadline.waived));
  if (waived.has('withdrawn')) return 'ended.withdrawn';
  return waived.has('not_a_complaint') ? 'ended.notComplaint' : 'ended.plain';
}

function blockOf(kind: SettledKind, record: ClockRecord, reading: Reading): StatusBlockProps {
  const { say } = reading.language;
  const check = <CheckCircleIcon />;
  switch (kind) {
    case 'responded': {
      const state = say(responseState(record.deadlines, reading));
      const due = say(outcomeText(record));
      return {
        tone: 'success',
        icon: check,
        title: say('done.title'),
        state,
        due,
        ...momentOf(record, 'responded', reading),
      };
    }
    case 'appealed': {
      const since = at(record, 'appealed');
      const date = since === undefined ? '' : reading.when.day(reading.when.today(since));
      return {
        tone: 'neutral',
        icon: <ClockIcon />,
        title: say('appeal.title'),
        state: say('state.work'),
        due: say('appeal.since', { date }),
        distance: say('appeal.text'),
      };
    }
    case 'referred':
      return {
        tone: 'neutral',
        icon: <ClockIcon />,
        title: say('referral.title'),
        state: say('state.work'),
        distance: say('referral.text'),
      };
    case 'closed':
      return {
        tone: 'neutral',
        icon: check,
        title: say('closed.title'),
        due: say(outcomeText(record)),
        ...momentOf(record, 'closed', reading),
      };
    case 'ended':
      return {
        tone: 'neutral',
        icon: check,
        title: say('ended.title'),
        distance: say(endedText(record.deadlines)),
      };
  }
}

export interface SettledViewProps {
  readonly kind: SettledKind;
  readonly record: ClockRecord;
  readonly reading: Reading;
}

/** A case in which the policy asks nothing of the agent for now. */
export function SettledView({ kind, record, reading }: SettledViewProps) {
  const block = blockOf(kind, record, reading);
  const text = block.due ?? block.distance ?? '';
  useSpoken(kind, reading.language.say('live.view', { title: block.title, text }));
  return (
    <Stack $gap={8}>
      <StatusBlock {...block} />
      {kind === 'closed' ? <Help>{reading.language.say('closed.next')}</Help> : null}
    </Stack>
  );
}
