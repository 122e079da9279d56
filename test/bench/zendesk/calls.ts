import { until } from '../../demo/until.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import { acknowledged, record } from './complaints.ts';
import type { House } from './house.ts';

const MINUTE = 60_000;

/** Waits until nothing is due or under way for a ticket, and answers how many calls it took since. */
async function settledCalls(house: House, id: number, from: number): Promise<number> {
  const { ledger } = house.service;
  const { clock } = house.sandbox;
  await until('the look is settled', async () => {
    const due = await ledger.dueWakes(clock.now() + 1_000, 10_000);
    return !due.includes(id) || undefined;
  });
  return house.calls(from).length;
}

async function newComplaint(house: House): Promise<{ readonly id: number; readonly calls: number }> {
  const id = await house.letter();
  const from = house.lines();
  await record(house, id);
  await until('it is acknowledged', async () => acknowledged(house).has(id) || undefined);
  return { id, calls: await settledCalls(house, id, from) };
}

async function lookAgain(house: House, id: number): Promise<number> {
  const from = house.lines();
  await house.service.ledger.wake([{ ticketId: id, at: house.sandbox.clock.now() }]);
  return settledCalls(house, id, from);
}

/** Calls of one sweep that finds nothing. What else is asked in the background once an hour is not of it. */
async function sweep(house: House): Promise<number> {
  const from = house.lines();
  house.sandbox.clock.advance(6 * MINUTE);
  const searches = (): number =>
    house.calls(from).filter(({ path }) => path.includes('search/export')).length;
  await until('a sweep was made', async () => searches() || undefined);
  await until('nothing is left to look at', async () => {
    const due = await house.service.ledger.dueWakes(house.sandbox.clock.now() + 1_000, 1);
    return due.length === 0 || undefined;
  });
  return house.calls(from).filter(({ path }) => !path.includes('show_many')).length;
}

const figure = (name: string, values: readonly number[], most: number, note: string): Figure => ({
  name,
  unit: 'calls',
  ours: median(values),
  limit: { is: 'at most', value: most, of: 'ours' },
  runs: values.length,
  range: rangeOf(values),
  note,
});

/** Counted in the account's request log. */
export async function callFigures(house: House, { quick }: BenchOptions): Promise<Figure[]> {
  const rounds = quick ? 2 : 10;
  const [fresh, again, sweeps]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const { id, calls } = await newComplaint(house);
    fresh.push(calls);
    // The delivery is seen, and the event tag taken off.
    house.sandbox.clock.advance(2 * MINUTE);
    await settledCalls(house, id, 0);
    again.push(await lookAgain(house, id));
  }
  // The first ones see again what was changed within the second in which it was looked at.
  for (let round = -2; round < rounds; round += 1) {
    const calls = await sweep(house);
    if (round >= 0) sweeps.push(calls);
  }
  return [
    figure('A new complaint', fresh, 4, 'ticket and audits with their users, macro, update'),
    figure('A look without a change', again, 2, 'ticket and audits'),
    figure('A sweep that finds nothing', sweeps, 1, 'one page of up to 1,000 tickets'),
  ];
}
