import { addDays, localDate, localDateAt } from '../../../domain/local-date.ts';
import type { Tone } from '../../ui/tone.ts';
import type { When } from '../../ui/when.ts';
import type { Overview } from '../api/overview.ts';
import type { BoardSay } from '../language.ts';
import type { Narrowings } from '../route/route.ts';

/** A figure with the list behind it. */
export interface FigureItem {
  readonly key: string;
  readonly label: string;
  readonly beside: string;
  readonly count: number;
  readonly tone: Tone;
  readonly narrowings: Narrowings;
}

export interface FigureWords {
  readonly say: BoardSay;
  readonly when: When;
}

function dueFigures({ figures, now, timeZone }: Overview, { say, when }: FigureWords): FigureItem[] {
  const { overdue, dueToday, dueTomorrow } = figures;
  const today = localDateAt(now, timeZone);
  const until = dueToday.until ?? today;
  const oldest = overdue.oldestDueAt;
  return [
    {
      key: 'overdue',
      label: say('figures.overdue'),
      beside:
        oldest === null ? '' : say('figures.oldest', { day: when.day(localDateAt(oldest - 1, timeZone)) }),
      count: overdue.count,
      tone: overdue.count > 0 ? 'danger' : 'neutral',
      narrowings: { open: 'true', overdue: 'true' },
    },
    {
      key: 'today',
      label: say('figures.today'),
      beside: firstDue(dueToday.firstDueAt, { now, timeZone, say, when }),
      count: dueToday.count,
      tone: dueToday.count > 0 ? 'warning' : 'neutral',
      narrowings: { open: 'true', overdue: 'false', due_to: until },
    },
    {
      key: 'tomorrow',
      label: say(
        dueTomorrow.date === null || dueTomorrow.date === addDays(today, 1)
          ? 'figures.tomorrow'
          : 'figures.nextDay',
      ),
      beside: dueTomorrow.date === null ? '' : when.day(dueTomorrow.date),
      count: dueTomorrow.count,
      tone: 'neutral',
      narrowings: {
        open: 'true',
        due_from: addDays(localDate(until), 1),
        ...(dueTomorrow.until ? { due_to: dueTomorrow.until } : {}),
      },
    },
  ];
}

interface First extends FigureWords {
  readonly now: number;
  readonly timeZone: string;
}

/** Only a time within the day is worth saying: the end of the day is what "today" means. */
function firstDue(at: number | null, { now, timeZone, say, when }: First): string {
  if (at === null || localDateAt(at, timeZone) !== localDateAt(now, timeZone)) return '';
  return say('figures.firstBy', { time: when.time(at) });
}

function heldFigures({ figures }: Overview, { say }: FigureWords): FigureItem[] {
  const { noOwner, byPost, notSent } = figures;
  return [
    {
      key: 'owner',
      label: say('figures.noOwner'),
      beside: noOwner.overdue > 0 ? say('figures.noOwnerOverdue', { n: noOwner.overdue }) : '',
      count: noOwner.count,
      tone: 'neutral',
      narrowings: { open: 'true', no_owner: 'true' },
    },
    {
      key: 'post',
      label: say('figures.byPost'),
      beside: say('figures.byPostText'),
      count: byPost.count,
      tone: 'neutral',
      narrowings: { open: 'true', by_post: 'true' },
    },
    {
      key: 'sent',
      label: say('figures.notSent'),
      beside: say('figures.notSentText'),
      count: notSent.count,
      tone: 'neutral',
      narrowings: { open: 'true', not_sent: 'true' },
    },
  ];
}

function otherFigures({ figures }: Overview, { say }: FigureWords): FigureItem[] {
  const { refusedChannel, needsPerson } = figures;
  return [
    {
      key: 'refused',
      label: say('figures.refused'),
      beside: say('figures.refusedText'),
      count: refusedChannel.count,
      tone: 'neutral',
      narrowings: { open: 'true', stage: 'refused' },
    },
    {
      key: 'person',
      label: say('figures.needsPerson'),
      beside: say('figures.needsPersonText'),
      count: needsPerson.count,
      tone: 'neutral',
      narrowings: { needs_person: 'true' },
    },
  ];
}

/** All figures in their order. The last two only where there is something in them. */
export function figureItems(overview: Overview, words: FigureWords): FigureItem[] {
  return [
    ...dueFigures(overview, words),
    ...heldFigures(overview, words),
    ...otherFigures(overview, words).filter(({ count }) => count > 0),
  ];
}
