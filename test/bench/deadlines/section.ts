import type { BenchOptions, Figure, Section } from '../figure.ts';
import { median } from '../median.ts';
import { pairs } from '../pairs.ts';
import { calendarFigure } from './calendar-figure.ts';
import { caseFigures } from './case-figures.ts';
import type { Effort } from './effort.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { Opponent } from './opponent.ts';
import { dateFnsLoop } from './opponents/date-fns.ts';
import { dayjsBusinessDays } from './opponents/dayjs.ts';
import { luxonBusinessDays } from './opponents/luxon.ts';
import { momentBusinessDays } from './opponents/moment.ts';
import { ourWay } from './ours.ts';
import { rateOf } from './rate.ts';
import { checkSameAnswers } from './same-answers.ts';

const UNIT = 'deadlines/s';
const DAYS = 20;
/** How much faster than the loop. */
const LOOP_LIMIT = { is: 'at least', value: 50, of: 'ratio' } as const;
const GROWTH_LIMIT = { is: 'at most', value: 1.5, of: 'ratio' } as const;
const CURVE = [1, 2, 5, 10, 20, 50, 100, 250] as const;

/** How many due times a second of the processor's time gives. */
function rateIn(way: Opponent, { instants }: Inputs, days: number, { milliseconds }: Effort): number {
  return rateOf(instants, (at) => way.dueAt(at, days), milliseconds).perCpuSecond;
}

async function against(theirs: Opponent, inputs: Inputs, effort: Effort): Promise<Figure> {
  const ours = ourWay(inputs);
  checkSameAnswers(ours, theirs, inputs);
  const rate = (way: Opponent) => () => rateIn(way, inputs, DAYS, effort);
  const { theirs: value, ...paired } = await pairs(effort.rounds, rate(ours), rate(theirs));
  const name = `${DAYS} working days, beside ${theirs.name}`;
  return { name, unit: UNIT, ...paired, against: { name: theirs.full, value } };
}

/** What 250 days cost beside one, and what lies between. */
async function growth(inputs: Inputs, effort: Effort): Promise<Figure> {
  const ours = ourWay(inputs);
  const nanoseconds = (days: number): number => 1e9 / rateIn(ours, inputs, days, effort);
  nanoseconds(1);
  const curve = CURVE.map((size) => ({
    size,
    value: median(Array.from({ length: effort.rounds }, () => nanoseconds(size))),
  }));
  const { theirs: value, ...paired } = await pairs(
    effort.rounds,
    () => nanoseconds(250),
    () => nanoseconds(1),
  );
  return {
    name: 'one due time, by working days',
    unit: 'ns',
    ...paired,
    against: { name: '1 working day (ours: 250)', value },
    limit: GROWTH_LIMIT,
    curve,
  };
}

async function run({ quick, say }: BenchOptions): Promise<readonly Figure[]> {
  const inputs = await readInputs(quick ? 20 : 500);
  const effort = quick ? { rounds: 1, milliseconds: 20 } : { rounds: 11, milliseconds: 250 };
  const setup = { zone: inputs.policy.timeZone, holidays: inputs.holidays };
  const loop = dateFnsLoop(setup);
  const packages = [momentBusinessDays(setup), dayjsBusinessDays(setup), luxonBusinessDays(setup)];
  const figures: Figure[] = [];
  say(`deadlines: against ${loop.name}`);
  figures.push({ ...(await against(loop, inputs, effort)), limit: LOOP_LIMIT });
  for (const theirs of packages) {
    say(`deadlines: against ${theirs.name}`);
    figures.push(await against(theirs, inputs, effort));
  }
  say('deadlines: growth, calendars and whole cases');
  figures.push(await growth(inputs, effort));
  return [...figures, calendarFigure(inputs, effort), ...caseFigures(inputs, effort)];
}

export const section: Section = {
  name: 'deadlines',
  title: 'Deadline engine: from instant to instant in Europe/London, per second of processor time',
  run,
};
