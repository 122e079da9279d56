import type { BenchOptions, Figure, Section } from '../figure.ts';
import { PLANS } from './bound.ts';
import { burstFigure } from './burst.ts';
import { callFigures } from './calls.ts';
import { createStreet, type House, type Street } from './house.ts';
import { latencyFigures } from './latency.ts';

/** A call over the internet, more or less. */
const API_MS = 60;

const [smallest] = PLANS;

async function oneByOne(street: Street, options: BenchOptions): Promise<Figure[]> {
  const pauses: number[] = [];
  const { quick, say } = options;
  const house: House = await street.build({
    plan: smallest.plan,
    latencyMs: quick ? 1 : API_MS,
    onPause: (ms) => void pauses.push(ms),
  });
  try {
    say('zendesk: calls, and from tag to acknowledgement');
    return [
      ...(await latencyFigures(house, pauses, options)),
      ...(await callFigures(house, options)),
      // Another account takes seconds to set up.
      ...(quick ? [await burstFigure(house, smallest, 'quick')] : []),
    ];
  } finally {
    await house.stop();
  }
}

/** Under each plan's limits. */
async function bursts(street: Street, { say }: BenchOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const limits of PLANS) {
    say(`zendesk: a burst under the limits of ${limits.plan}`);
    const house = await street.build({ plan: limits.plan });
    try {
      figures.push(await burstFigure(house, limits, 'whole'));
    } finally {
      await house.stop();
    }
  }
  return figures;
}

export const section: Section = {
  name: 'zendesk',
  title: 'Zendesk calls',
  run: async (options) => {
    const street = await createStreet();
    try {
      return [...(await oneByOne(street, options)), ...(options.quick ? [] : await bursts(street, options))];
    } finally {
      await street.tearDown();
    }
  },
};
