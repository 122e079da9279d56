import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { expectAccessible, violationsIn } from '../support/axe.ts';
import { overflowing } from '../support/overflow.ts';
import { type Board, people, startBoard } from './support/board.ts';
import { NOW, openCases, pastCases, RISEN, wholeCase } from './support/history.ts';
import { button, cells, section } from './support/places.ts';

const past = pastCases();
const wholes = [...past, ...openCases()].map(wholeCase);

let board: Board;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'));
  const policy = join(folder, 'ask4.yaml');
  const promised = await readFile('policies/ask4.yaml', 'utf8');
  await writeFile(policy, `${promised}\nreporting:\n  timelinessPerHandler: true\n`);
  board = await startBoard({ now: NOW, cases: wholes, settings: { POLICY: policy } });
});
afterEach(() => board.closePages());
afterAll(async () => {
  await board.stop();
  await rm(folder, { recursive: true });
});

/** How many complaints of a cause came in, month by month up to March 2026. */
const perMonth = (category: string, months = 12): string[] =>
  Array.from({ length: months }, (_, index) => {
    const month = new Date(Date.UTC(2026, 2 - (months - 1) + index, 1)).toISOString().slice(0, 7);
    const inMonth = past.filter(
      (one) => one.category === category && new Date(one.receivedAt).toISOString().startsWith(month),
    );
    return String(inMonth.length);
  });

async function savedFrom(frame: Frame, name: string): Promise<string> {
  const saved = frame.page().waitForEvent('download');
  await button(section(frame, name), 'Save as CSV').click();
  return await readFile(await (await saved).path(), 'utf8');
}

test('every picture can be turned into its table, and saved as it stands there', async () => {
  const { board: frame } = await board.open({ as: people.lead });
  const why = section(frame, 'Why customers complain');
  await button(why, 'Table: Why customers complain, March 2026').click();
  const table = why.getByRole('table', { name: 'Why customers complain, March 2026' });
  await table.waitFor();
  const causes = await cells(table);
  expect(causes.find(([name]) => name === 'Speed')).toEqual(['Speed', ...perMonth('speed')]);
  const causesFile = await savedFrom(frame, 'Why customers complain');
  expect(causesFile).toContain(['Speed', ...perMonth('speed')].join(','));
  await button(why, /^Chart: /).click();
  await why.getByRole('heading', { name: 'Speed' }).waitFor();

  const kept = section(frame, 'Promises kept');
  await button(kept, /^Table: /).click();
  await kept.getByRole('table', { name: 'Promises kept, March 2026' }).waitFor();
  const promises = await cells(kept.getByRole('table'));
  expect(promises.map(([name]) => name)).toEqual(['Acknowledgement', 'Status update', 'Formal response']);
  const lines = (await savedFrom(frame, 'Promises kept')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 3).join(',')).slice(1)).toEqual(
    promises.map((row) => row.slice(0, 3).join(',')),
  );
  const forecast = section(frame, 'Next ten working days');
  await button(forecast, /^Table: /).click();
  expect((await savedFrom(frame, 'Next ten working days')).trim().split('\r\n')).toHaveLength(11);
  await expectAccessible(frame);
});

test('a click on a cause shows its control chart, to screen readers as a table', async () => {
  const { board: frame } = await board.open({ as: people.lead });
  const why = section(frame, 'Why customers complain');
  const hidden = (name: string) => why.getByRole('table', { name });
  await hidden('Speed').waitFor({ state: 'attached' });
  const heights = await button(why, /^Speed/)
    .locator('span')
    .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().height));
  // The number beside the longest bar too stands in one line.
  expect(Math.max(...heights)).toBeLessThan(20);
  const speed = await cells(hidden('Speed'));
  expect(speed.map(([, count]) => count)).toEqual(perMonth('speed'));
  expect(speed.at(-1)).toEqual(['March 2026', String(RISEN), expect.stringMatching(/^\d+ – \d+$/)]);
  const drawn = why.locator('svg circle');
  await expect.poll(() => drawn.count()).toBe(13);
  await button(why, /^Outage/).click();
  await hidden('Outage').waitFor({ state: 'attached' });
  expect((await cells(hidden('Outage'))).map(([, count]) => count)).toEqual(perMonth('outage'));
  await expect.poll(() => button(why, /^Outage/).getAttribute('aria-pressed')).toBe('true');
});

test('where the policy says so, promises are told by owner', async () => {
  const { board: frame } = await board.open({ as: people.lead });
  const table = frame.getByRole('table', { name: 'By owner' });
  await table.getByText('Tom Walsh').waitFor();
  const inMarch = wholes.flatMap(({ row, deadlines }) =>
    deadlines.filter(({ dueDate }) => dueDate.startsWith('2026-03')).map((one) => ({ ...one, row })),
  );
  const late = (owner: number) =>
    inMarch.filter(({ row, doneAt, dueAt }) => row.assigneeId === owner && (doneAt ?? Infinity) > dueAt);
  for (const [name, id] of [['Priya Shah', 1002] as const, ['Tom Walsh', 1003] as const]) {
    const row = table.getByRole('row', { name });
    await expect.poll(() => row.locator('td').nth(1).textContent()).toBe(String(late(id).length));
  }
  expect(late(1002).length).toBeGreaterThan(0);
});

test('every figure is defined on the page', async () => {
  const { board: frame } = await board.open({ as: people.lead });
  const terms = section(frame, 'Definitions').getByRole('term');
  await terms.first().waitFor();
  const defined = await terms.allTextContents();
  const labels = frame.getByRole('list', { name: 'Today' }).locator('b');
  await labels.first().waitFor();
  const figures = await labels.allTextContents();
  // Tomorrow is like today, a day later.
  expect(figures.filter((name) => !defined.includes(name))).toEqual(['Due tomorrow']);
  await expect.poll(() => section(frame, 'Definitions').getByRole('definition').count()).toBe(defined.length);
});

test('who waits for long is told so, and sees the old figures until the new ones are there', async () => {
  const { page, board: frame } = await board.open({ as: people.lead });
  const all = button(frame, /^All \d+ open$/);
  await all.waitFor();
  const before = await all.textContent();
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\/v1\/overview/, async (route) => {
    await held;
    await route.continue();
  });
  await button(frame, /^Channel/).click();
  await frame.getByRole('group', { name: 'Channel' }).getByText('Letter').click();
  await frame.getByRole('status').getByText('Still counting.').waitFor();
  // Not at rest: it spins.
  expect(await violationsIn(frame)).toEqual([]);
  expect(await all.textContent()).toBe(before);
  letGo();
  await frame.getByRole('status').getByText('Still counting.').waitFor({ state: 'detached' });
  await expect.poll(() => all.textContent()).not.toBe(before);
});

test('on paper nothing is cut off, and what can only be clicked is left out', async () => {
  // As wide as A4 without its edges; the workspace takes the rest.
  const { page, board: frame } = await board.open({
    as: people.lead,
    viewport: { width: 780, height: 1_000 },
  });
  await section(frame, 'Why customers complain').getByRole('heading', { name: 'Speed' }).waitFor();
  await frame.getByRole('table', { name: 'By owner' }).waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect((await overflowing(frame)).filter((what) => what !== 'cut off below: the page')).toEqual([]);
  await expect.poll(() => frame.getByRole('group', { name: 'Narrow the page to' }).isVisible()).toBe(false);
  await expect.poll(() => frame.getByRole('tablist').isVisible()).toBe(false);
  await expect.poll(() => button(frame, 'By owner').isVisible()).toBe(false);
  await expect.poll(() => section(frame, 'Definitions').isVisible()).toBe(true);
  await frame.evaluate(() => {
    window.location.hash = '#register?open=true';
  });
  await frame.getByRole('columnheader', { name: 'Subject' }).waitFor();
  expect((await overflowing(frame)).filter((what) => what !== 'cut off below: the page')).toEqual([]);
  await expect.poll(() => button(frame, 'Export as CSV').isVisible()).toBe(false);
});
