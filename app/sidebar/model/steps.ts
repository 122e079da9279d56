import { type Deadline, deadlineState, openDeadlines, type WaivedWhy } from '../../../domain/deadline.ts';
import type { EventKind } from '../../../domain/events.ts';
import { type Instant, localDateAt } from '../../../domain/local-date.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { TextKey } from '../../ui/language.ts';
import type { Step } from '../../ui/StepList.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { Reading } from './status.ts';

interface DutyNames {
  readonly open: TextKey;
  readonly done: TextKey;
}

/** Open steps are nouns, done steps participles. */
const DUTIES: Readonly<Record<string, DutyNames>> = {
  acknowledgement: { open: 'step.acknowledgement', done: 'step.acknowledged' },
  update: { open: 'step.update', done: 'step.updated' },
  response: { open: 'step.response', done: 'step.responded' },
  adr_letter: { open: 'step.adr_letter', done: 'step.adr_letter_sent' },
};

const WAIVED: Readonly<Partial<Record<WaivedWhy, TextKey>>> = {
  superseded: 'step.superseded',
  by_person: 'step.byPerson',
  closed: 'step.settled',
};

const LATER: readonly (readonly [EventKind, TextKey])[] = [
  ['appealed', 'step.appeal'],
  ['referred', 'step.referred'],
  ['closed', 'step.closed'],
];

/** A duty's name; one that the app has no words for is called as the policy calls it. */
export function dutyName(
  duty: string,
  form: 'open' | 'done',
  { language: { say } }: Pick<Reading, 'language'>,
): string {
  const names = DUTIES[duty];
  return names ? say(names[form]) : duty.replaceAll('_', ' ');
}

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

function dutyStep(
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

function eventAt(record: ClockRecord, kind: EventKind): Instant | undefined {
  return record.events.find((event) => event.kind === kind)?.at;
}

/** The deadline that is owed next, which leads the sidebar. */
export function leadingDeadline(deadlines: readonly Deadline[], now: Instant): Deadline | undefined {
  return openDeadlines(deadlines, now)[0];
}

/** The steps of a case in their order: received, each duty of the policy, and what came after. */
export function stepsOf(record: ClockRecord, deadlines: readonly Deadline[], reading: Reading): Step[] {
  const { say } = reading.language;
  const leading = leadingDeadline(deadlines, reading.now);
  const duties = deadlines.filter(({ hardCap }) => !hardCap);
  const received = eventAt(record, 'received');
  const later = LATER.flatMap(([kind, name]): Step[] => {
    const at = eventAt(record, kind);
    if (at === undefined) return [];
    const current = record.stage === kind && kind !== 'closed';
    return [
      {
        id: kind,
        label: say(name),
        state: current ? 'current' : 'done',
        tone: 'success',
        when: reading.when.day(reading.when.today(at)),
      },
    ];
  });
  return [
    ...(received === undefined
      ? []
      : [
          {
            id: 'received',
            label: say('step.received'),
            state: 'done',
            tone: 'success',
            when: reading.when.moment(received),
          } as const,
        ]),
    ...duties.map((deadline, index) => {
      const previous = duties[index - 1];
      return dutyStep(
        deadline,
        previous?.regime === deadline.regime ? previous : undefined,
        leading,
        reading,
      );
    }),
    ...later,
  ];
}

/** The regulators' limits, which nothing moves; ruled off from the company's own steps. */
export function capsOf(deadlines: readonly Deadline[], reading: Reading): Step[] {
  const leading = leadingDeadline(deadlines, reading.now);
  return deadlines
    .filter(({ hardCap }) => hardCap)
    .map((deadline) => {
      const step = dutyStep(deadline, undefined, leading, reading);
      return step.state === 'done'
        ? step
        : { note: reading.language.say('step.capHelp'), ...step, flag: true };
    });
}
