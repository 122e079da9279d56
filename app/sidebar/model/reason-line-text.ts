import type { Deadline } from '../../../domain/deadline.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { Say, TextKey } from '../../ui/language.ts';
import { offsetText } from '../../ui/offset-text.ts';
import { regionNames } from '../../ui/region-names.ts';
import type { Reading } from './status.ts';

const ANCHORS: Readonly<Record<string, TextKey>> = {
  received: 'why.eventReceived',
  acknowledged: 'why.eventAcknowledged',
  updated: 'why.eventUpdated',
  responded: 'why.eventResponded',
  first_made: 'why.eventFirstMade',
  deadlock: 'why.eventDeadlock',
  appealed: 'why.eventAppealed',
  appeal_acknowledged: 'why.eventAppealAcknowledged',
};

const LATEST_ANCHORS: Readonly<Record<string, TextKey>> = {
  acknowledged: 'why.projectedAcknowledged',
  updated: 'why.projectedUpdated',
};

function anchorText(reason: Reason, deadline: Deadline, { language: { say } }: Reading): string {
  const names = reason.code === 'anchor' ? ANCHORS : LATEST_ANCHORS;
  const event = say(names[reason.event ?? ''] ?? 'why.eventOther');
  return say(deadline.within.unit === 'hours' ? 'why.start' : 'why.dayZero', { event });
}

function lengthOf({ n = 0, unit = 'days' }: Reason, say: Say): string {
  return offsetText({ amount: n, unit }, say);
}

/** The holiday in the agent's language, where it has a name in it. */
function holidayName({ name = '', names }: Reason, { language }: Reading): string {
  return names?.[language.tag.slice(0, 2)] ?? name;
}

/** What is said of neighbouring reasons of one kind, `first` and `last` being the same where there is but one. */
export function lineText(first: Reason, last: Reason, deadline: Deadline, reading: Reading): string {
  const { say } = reading.language;
  switch (first.code) {
    case 'anchor':
    case 'anchor_projected':
      return anchorText(first, deadline, reading);
    case 'anchor_rolled':
      return say('why.rolledStart');
    case 'end_rolled':
      return say('why.rolled');
    case 'elapsed':
      return say('why.runs');
    case 'counted':
      return say('why.dayN', { n: first.n ?? 0, to: last === first ? 0 : (last.n ?? 0) });
    case 'period':
      return say('why.ends', { length: lengthOf(first, say) });
    case 'extended':
      return say('why.extended', { length: lengthOf(first, say) });
    case 'not_working':
      return say('why.notWorking');
    case 'weekend':
      return say('why.weekend');
    case 'holiday':
      return say('why.holiday', {
        name: holidayName(first, reading),
        region: regionNames(first.regions ?? [first.region ?? ''], reading.language),
      });
    case 'set':
      return say('why.set');
    case 'due':
      return deadline.within.unit === 'working_days'
        ? say('why.dueDay', { n: deadline.within.amount })
        : say('why.due');
  }
}
