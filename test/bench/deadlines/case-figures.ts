import type { Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import type { Effort } from './effort.ts';
import type { Inputs } from './inputs.ts';
import { type Rate, rateOf } from './rate.ts';
import { createCounter, storyFrom } from './story.ts';

const UNIT = 'cases/s';
const LIMIT = { is: 'at least', value: 300_000, of: 'ours' } as const;
const COUNTED =
  'all regimes of policies/ask4.yaml that run, three stages, folding the events included; a shared machine stretches the processor’s time too';

function figureOf(name: string, values: readonly number[]): Figure {
  return { name, unit: UNIT, ours: median(values), runs: values.length, range: rangeOf(values) };
}

/** Whole cases from their events to their deadlines, by the processor's time and by the clock. */
export function caseFigures({ policy, calendar, instants }: Inputs, effort: Effort): Figure[] {
  const stories = instants.map(storyFrom);
  const rates = (reasons: boolean): Rate[] => {
    const count = createCounter(policy, calendar, reasons);
    rateOf(stories, count, effort.milliseconds);
    return Array.from({ length: effort.rounds }, () => rateOf(stories, count, effort.milliseconds));
  };
  const plain = rates(false);
  const explained = rates(true);
  const ofCpu = ({ perCpuSecond }: Rate): number => perCpuSecond;
  return [
    { ...figureOf('whole cases without reasons', plain.map(ofCpu)), limit: LIMIT, note: COUNTED },
    figureOf(
      'whole cases without reasons, by the clock',
      plain.map(({ perSecond }) => perSecond),
    ),
    figureOf('whole cases with the reasons of each date', explained.map(ofCpu)),
  ];
}
