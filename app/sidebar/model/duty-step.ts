import { type Deadline, deadlineState, type WaivedWhy } from '../../../domain/deadline.ts';
import { type Instant, localDateAt } from '../../../domain/local-date.ts';
import type { TextKey } from '../../ui/language.ts';
import type { Step } from '../../ui/StepList.tsx';
import type { Tone } from '../../ui/tone.ts';
import { dutyName } from './duty-names.ts';
import type { Reading } from './status.ts';

const WAIVED: Readonly<Partial<Record<WaivedWhy, TextKey>>> = {
  superseded: 'step.superseded',
  by_person: 'step.byPerson',
  closed: 'step.settled',
};

function isDueToday(deadline: Deadline, { now, calendar, when }: Reading): boolean {
  return deadline.within.unit === 'hours'
    ? when.today(deadline.dueAt) === when.today(now)
    : localDateAt(now, calendar.zone) === deadline.dueDate;
}

function projectionNote(previous: Deadline | undefined, after: Deadline['after'], reading: Reading): string {
  const { say } = reading.language;
  if (!previous || previous.projected) return say('latest.plain');
  const today = deadlineState(previous, reading.now) === 'overdue' || isDueToday(previous, reading);
  if (after === 'acknowledged') return say(today ? 'latest.ifAcknowledgedToday' : 'latest.acknowledged');
  if (after === 'updated') return say(today ? 'latest.ifUpdatedToday' : 'latest.updated');
  return say('latest.plain');
}

function doneWhen(deadline: Deadline, at: Instant, { when, calendar }: Reading): string {
  return deadline.within.unit === 'hours' ? when.moment(at) : when.day(localDateAt(at, calendar.zone));
}

function openWhen(deadline: Deadline, { now, when, calendar }: Reading): string {
  if (deadline.within.unit === 'hours') return when.relativeMoment(deadline.dueAt, now);
  return when.relativeDay(deadline.dueDate, localDateAt(now, calendar.zone));
}

function openTone(deadline: Deadline, reading: Reading): Tone {
  const state = deadlineState(deadline, reading.now);
  if (state === 'overdue') return 'danger';
  const days = deadline.within.unit !== 'hours';
  return state === 'due_soon' || (days && isDueToday(deadline, reading)) ? 'warning' : 'neutral';
}

/** A duty as a step; `previous` is the one that a projected date hangs on, `leading` what is owed next. */
export function dutyStep(
  deadline: Deadline,
  previous: Deadline | undefined,
  leading: Deadline | undefined,
  reading: Reading,
): Step {
  const { say } = reading.language;
  const id = `${deadline.regime}.${deadline.duty}`;
  const label = dutyName(deadline.duty, deadline.doneAt === undefined ? 'open' : 'done', reading);
  if (deadline.doneAt !== undefined) {
    const late = deadlineState(deadline, reading.now) === 'met_late';
    const when = doneWhen(deadline, deadline.doneAt, reading);
    return {
      id,
      label,
      state: 'done',
      tone: 'success',
      when,
      ...(late ? { note: say('step.doneLate') } : {}),
    };
  }
  if (deadline.waived) {
    const why = WAIVED[deadline.waived];
    return { id, label, state: 'skipped', tone: 'neutral', when: '', ...(why ? { note: say(why) } : {}) };
  }
  if (deadline.projected) {
    const note = projectionNote(previous, deadline.after, reading);
    return { id, label, state: 'coming', tone: 'neutral', when: reading.when.day(deadline.dueDate), note };
  }
  const state = deadline === leading ? 'current' : 'coming';
  return { id, label, state, tone: openTone(deadline, reading), when: openWhen(deadline, reading) };
}
