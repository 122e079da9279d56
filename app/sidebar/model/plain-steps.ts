import type { Deadline } from '../../../domain/deadline.ts';
import type { EventKind } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { Step } from '../../ui/StepList.tsx';
import type { Reading } from './status.ts';

function eventAt(record: ClockRecord, kind: EventKind): Instant | undefined {
  return record.events.find((event) => event.kind === kind)?.at;
}

/** A step that no duty asks for: done at an instant, or open. */
function plainStep(id: string, label: string, at: Instant | undefined, { when, language }: Reading): Step {
  const done = at !== undefined;
  return {
    id,
    label,
    state: done ? 'done' : 'current',
    tone: done ? 'success' : 'neutral',
    when: done ? when.day(when.today(at)) : language.say('step.open'),
  };
}

/** The receipt, to the minute. */
export function receivedSteps(record: ClockRecord, reading: Reading): Step[] {
  const at = eventAt(record, 'received');
  if (at === undefined) return [];
  const step = plainStep('received', reading.language.say('step.received'), at, reading);
  return [{ ...step, when: reading.when.moment(at) }];
}

/** The appeal, unless the policy's own duties tell of it; and an ADR letter that went out without being owed. */
export function appealSteps(record: ClockRecord, reading: Reading): Step[] {
  const { say } = reading.language;
  const owed = new Set(record.deadlines.map(({ doneBy }) => doneBy));
  const [appealed, answered, letter] = [
    eventAt(record, 'appealed'),
    eventAt(record, 'appeal_responded'),
    eventAt(record, 'adr_letter_sent'),
  ];
  const isOpen = appealed !== undefined && answered === undefined;
  const leads = isOpen && record.stage === 'appealed';
  const appeal =
    answered === undefined
      ? plainStep('appealed', say('step.appeal'), leads ? undefined : appealed, reading)
      : plainStep('appealed', say('step.appealResponded'), answered, reading);
  return [
    ...(appealed === undefined || owed.has('appeal_responded') ? [] : [appeal]),
    ...(letter === undefined || owed.has('adr_letter_sent')
      ? []
      : [plainStep('adr_letter_sent', say('step.adr_letter_sent'), letter, reading)]),
  ];
}

/** What came after the answer: the ombudsman's decision, and the end. */
export function endSteps(record: ClockRecord, leading: Deadline | undefined, reading: Reading): Step[] {
  const { say } = reading.language;
  const [referred, decided, closed] = [
    eventAt(record, 'referred'),
    eventAt(record, 'decided'),
    eventAt(record, 'closed'),
  ];
  const decision = plainStep(
    'decided',
    say(decided === undefined ? 'step.decision' : 'step.decided'),
    decided,
    reading,
  );
  // Where something is owed first, the decision is to come.
  const shown = decided === undefined && leading ? { ...decision, state: 'coming' as const } : decision;
  const isOpen = record.stage === 'referred';
  return [
    ...(referred !== undefined && (isOpen || decided !== undefined) ? [shown] : []),
    ...(closed === undefined || record.stage !== 'closed'
      ? []
      : [plainStep('closed', say('step.closed'), closed, reading)]),
  ];
}
