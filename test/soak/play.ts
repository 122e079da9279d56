import type { ActiveFault } from '../sandbox/index.ts';
import type { Doing } from './doing.ts';
import type { Trouble } from './fault-plan.ts';
import type { House } from './house.ts';
import { nextWake, settle } from './quiet.ts';
import type { Planned, Scenario, Story } from './scenario.ts';
import type { Told } from './told.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What goes wrong and what people do, in one order. */
type Step =
  | { readonly at: number; readonly deed: Planned; readonly story: Story }
  | { readonly at: number; readonly trouble: Trouble }
  | { readonly at: number; readonly start: true };

export interface Played {
  readonly told: readonly Told[];
  /** How many faults struck. */
  readonly faults: () => number;
  /** What went wrong, with its time, for whoever has to understand a finding. */
  readonly log: readonly { readonly at: number; readonly what: string }[];
}

export interface PlayOptions {
  readonly house: House;
  readonly doing: Doing;
  readonly scenario: Scenario;
  readonly troubles: readonly Trouble[];
  /** Told of each day that has passed. */
  readonly onDay: (now: number) => void;
}

/** People who act within so long of each other act at once. */
const TOGETHER_MS = 90 * SECOND;
/** What follows so soon in one story comes before the service is done with what it follows. */
const CLOSELY_MS = 5 * SECOND;
/** Looks wait for each other so long, where nothing else happens: fewer stops of the clock. */
const COARSE_MS = 10 * MINUTE;
/** Real time; a service that is waiting for an outage to pass is not waited for. */
const PATIENCE_MS = 1_200;

function stepsOf({ stories }: Scenario, troubles: readonly Trouble[]): Step[] {
  const deeds = stories.flatMap((story) => story.deeds.map((deed): Step => ({ at: deed.at, deed, story })));
  const wrong = troubles.flatMap((trouble): Step[] => [
    { at: trouble.at, trouble },
    ...(trouble.kind === 'restart' ? [{ at: trouble.at + trouble.downMs, start: true as const }] : []),
  ]);
  return [...deeds, ...wrong].sort((a, b) => a.at - b.at);
}

function forward({ sandbox }: House, at: number): void {
  if (at > sandbox.clock.now()) sandbox.clock.set(at);
}

/** Lets the clock run and jump to an instant, stopping wherever the service wants to look at something. */
async function passUntil(house: House, at: number): Promise<void> {
  for (;;) {
    const quiet = await settle(house, PATIENCE_MS);
    const now = house.sandbox.clock.now();
    if (now >= at) return;
    const wake = quiet ? await nextWake(house) : now + MINUTE;
    forward(house, Math.min(at, Math.max(wake ?? at, now + COARSE_MS)));
  }
}

const storyOf = (step: Step): Story | undefined => ('story' in step ? step.story : undefined);

/**
 * Takes what happens until an instant out of the steps: stories side by side, and within one what follows so closely
 * that the service is still at work on what came before.
 */
function takeTogether(steps: Step[], until: number): Step[][] {
  const chains: Step[][] = [];
  for (let step = steps[0]; step && step.at <= until; step = steps[0]) {
    const story = storyOf(step);
    const chain = story && chains.find(([one]) => one && storyOf(one) === story);
    const last = chain?.at(-1);
    if (last && step.at - last.at > CLOSELY_MS) break;
    if (chain) chain.push(step);
    else chains.push([step]);
    steps.shift();
  }
  return chains;
}

/** One after the other, as far apart as planned. */
async function inTurn(
  chain: readonly Step[],
  rate: number,
  carryOut: (step: Step) => Promise<void>,
): Promise<void> {
  let before: number | undefined;
  for (const step of chain) {
    const wait = before === undefined ? 0 : (step.at - before) / rate;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await carryOut(step);
    before = step.at;
  }
}

export async function play({ house, doing, scenario, troubles, onDay }: PlayOptions): Promise<Played> {
  const told = new Map<number, Told>();
  const switchedOn: ActiveFault[] = [];
  const log: { at: number; what: string }[] = [];
  let others = 0;
  const note = (what: string): void => void log.push({ at: house.sandbox.clock.now(), what });

  const makeTrouble = async (trouble: Trouble): Promise<void> => {
    if (trouble.kind === 'account') {
      const fault = house.sandbox.faults.preset(trouble.preset, trouble.options);
      note(`${trouble.preset} ${JSON.stringify(trouble.options)}`);
      // What strikes no requests by itself, as lag and the end of all tokens, counts once.
      if (/^(token|stale|search|notifications)/.test(trouble.preset)) others += 1;
      else switchedOn.push(fault);
      return;
    }
    others += 1;
    if (trouble.kind === 'restart') {
      note('the service is stopped');
      await house.stopService();
    } else note(`${await house.cutDatabase()} connections to the database are cut`);
  };

  const carryOut = async (step: Step): Promise<void> => {
    if ('trouble' in step) return makeTrouble(step.trouble);
    if ('start' in step) {
      if (house.isUp()) return;
      note('the service is started');
      return house.startService();
    }
    const { deed, story } = step;
    const known = told.get(story.number);
    if (known) return doing.carryOut(deed, known);
    told.set(story.number, await doing.arrive(story));
  };

  const steps = stepsOf(scenario, troubles);
  let day = scenario.start;
  while (steps.length > 0) {
    await passUntil(house, steps[0]?.at ?? 0);
    const until = house.sandbox.clock.now() + TOGETHER_MS;
    const together = takeTogether(steps, until);
    await Promise.all(together.map((chain) => inTurn(chain, house.sandbox.clock.rate(), carryOut)));
    if (house.sandbox.clock.now() - day < 24 * 60 * MINUTE) continue;
    day = house.sandbox.clock.now();
    onDay(day);
  }
  if (!house.isUp()) await house.startService();
  return {
    told: [...told.values()],
    faults: () => others + switchedOn.reduce((sum, { struck }) => sum + struck, 0),
    log,
  };
}

/** Ends all faults and lets everything that is still to be done be done. */
export async function calmDown(house: House): Promise<void> {
  const { clock, faults, lag } = house.sandbox;
  faults.clear();
  lag.readMs = 0;
  lag.searchMs = 0;
  // Past the pauses of looks that failed, those that were given up included, and several sweeps.
  const end = clock.now() + 7 * 60 * MINUTE;
  await passUntil(house, clock.now() + 6 * MINUTE);
  await passUntil(house, clock.now() + 6 * MINUTE);
  await passUntil(house, end);
  if (!(await settle(house, 30_000))) throw new Error('the service does not come to rest');
}
