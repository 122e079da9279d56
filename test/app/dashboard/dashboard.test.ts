import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../../demo/agent.ts';
import { expectAccessible } from '../support/axe.ts';
import { overflowing } from '../support/overflow.ts';
import { type Board, people, startBoard } from './support/board.ts';
import { NOW, now, openCases, pastCases, RISEN, wholeCase } from './support/history.ts';
import {
  bodyRows,
  button,
  cells,
  figure,
  registered,
  section,
  violationsOfPolicy,
} from './support/places.ts';

const past = pastCases();
const open = openCases();
const all = [...past, ...open];
const wholes = all.map(wholeCase);

let board: Board;
beforeAll(async () => {
  // Anna, who reads German, leads by her group; Tom does not.
  board = await startBoard({ now: NOW, cases: wholes, settings: { LEAD_GROUPS: '502' } });
});
afterEach(() => board.closePages());
afterAll(() => board.stop());

const overdue = open.filter(({ next }) => next && next.dueAt < now);
const midnight = Date.parse('2026-04-09T23:00:00Z');
const dueToday = open.filter(({ next }) => next && next.dueAt >= now && next.dueAt <= midnight);

describe('the overview', () => {
  test('has six figures that are right, and each opens its list, each row its ticket', async () => {
    const { page, board: frame } = await board.open({ as: people.lead });
    const counts = {
      Overdue: overdue.length,
      'Due today': dueToday.length,
      'Due tomorrow': open.filter(({ next }) => next?.dueAt === Date.parse('2026-04-10T23:00:00Z')).length,
      'No owner': open.filter(({ owner }) => owner === null).length,
      'By post': open.filter(({ byPost }) => byPost).length,
      'Not sent': 0,
    };
    for (const [name, count] of Object.entries(counts)) {
      await expect.poll(() => figure(frame, name).locator('strong').textContent()).toBe(String(count));
      await figure(frame, name).click();
      await registered(frame, count);
      await button(frame.getByRole('list', { name: 'Narrowed to' }), 'Show all').waitFor();
      await frame.getByRole('tab', { name: 'Overview' }).click();
    }
    await figure(frame, 'Overdue').click();
    await frame
      .getByRole('row', { name: /Formal complaint: charged twice/ })
      .getByText('Foundry Court')
      .click();
    await expect.poll(() => page.url()).toContain('/tickets/101');
  });

  test('shows the coming ten working days by step and by owner, with a table behind the picture', async () => {
    const { board: frame } = await board.open({ as: people.lead });
    const forecast = section(frame, 'Next ten working days');
    await button(forecast, /^Table/).click();
    const rows = await cells(forecast.getByRole('table'));
    const dates = [9, 10, 13, 14, 15, 16, 17, 20, 21, 22];
    const dueOn = (day: number) =>
      open.filter(({ next }) => {
        const date = next ? new Date(next.dueAt - 1).getUTCDate() : 0;
        return date === day && next && next.dueAt >= now;
      }).length;
    expect(rows.map(([, count]) => Number(count))).toEqual(dates.map(dueOn));
    await button(forecast, 'By owner').click();
    await forecast.getByRole('columnheader', { name: 'Tom Walsh' }).waitFor();
    await button(forecast, 'Tue 14 Apr').click();
    await registered(frame, dueOn(14));
  });

  test('tells how promises were kept, and opens those that were not', async () => {
    const { board: frame } = await board.open({ as: people.lead });
    const updates = wholes
      .flatMap(({ deadlines }) => deadlines)
      .filter(
        ({ duty, dueDate, doneAt }) => duty === 'update' && dueDate.startsWith('2026-03') && doneAt !== null,
      );
    const late = updates.filter(({ doneAt, dueAt }) => (doneAt ?? 0) > dueAt);
    const share = (1 - late.length / updates.length).toLocaleString('en-GB', {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const row = section(frame, 'Promises kept').getByRole('row', { name: /Status update/ });
    await expect.poll(() => row.locator('td').first().textContent()).toBe(share);
    await frame.getByRole('heading', { name: `${late.length} late, by reason` }).waitFor();
    await button(row, `${late.length} late`).click();
    await registered(frame, late.length);
    await frame.getByText('Late: Status update').waitFor();
  });

  test('points out the cause that rose beyond its usual range, and no other', async () => {
    const { board: frame } = await board.open({ as: people.lead });
    const why = section(frame, 'Why customers complain');
    await why.getByText('Above usual range').waitFor();
    await why.getByRole('heading', { name: 'Speed' }).waitFor();
    await button(why, /^Billing/).click();
    await why.getByRole('heading', { name: 'Billing' }).waitFor();
    await expect.poll(() => why.getByText('Above usual range').count()).toBe(0);
    await button(why, /^Speed/).click();
    await button(why, 'Open these complaints').click();
    await registered(frame, RISEN);
  });

  test('is narrowed by several values at once, each shown and removable, and remembers them', async () => {
    const { page, board: frame } = await board.open({ as: people.lead });
    const bar = frame.getByRole('group', { name: 'Narrow the page to' });
    const chips = frame.getByRole('list', { name: 'Page narrowed to' });
    const isOpen = (sites: readonly number[], causes: readonly string[]) =>
      open.filter(
        ({ id, site, category }) =>
          sites.includes(site ?? [601, 602, 603, 604][id % 4] ?? 0) && causes.includes(category ?? ''),
      ).length;
    await button(bar, 'Site: All sites').click();
    for (const name of ['Foundry Court, Sheffield', 'Riverside House, Leeds']) {
      await frame.getByLabel('Find a site').fill(name.slice(0, 6));
      await frame.getByRole('group', { name: 'Site' }).getByText(name).click();
      await frame.getByRole('checkbox', { name, checked: true }).waitFor();
    }
    await button(bar, 'Site: 2').waitFor();
    // The rest without a mouse.
    await button(bar, 'Cause: All causes').press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(() => frame.getByLabel('Find a site').count()).toBe(0);
    await frame.getByRole('checkbox', { name: 'Speed' }).press('Space');
    await frame.getByRole('checkbox', { name: 'Billing' }).press('Space');
    await expectAccessible(frame);
    await page.keyboard.press('Escape');
    const focused = () => frame.evaluate('document.activeElement?.getAttribute("aria-label")');
    await expect.poll(focused).toBe('Cause: 2');
    const both = isOpen([601, 602], ['speed', 'billing']);
    await button(frame, `All ${both} open`).waitFor();
    await expect
      .poll(() => chips.getByRole('listitem').allTextContents())
      .toEqual([
        expect.stringContaining('Site: Foundry Court, Sheffield'),
        expect.stringContaining('Site: Riverside House, Leeds'),
        expect.stringContaining('Cause: Speed'),
        expect.stringContaining('Cause: Billing'),
        'Show all',
      ]);
    expect(decodeURIComponent(frame.url())).toContain('category=speed,billing');
    await page.reload();
    const again = page.frameLocator('main iframe[title="Complaint Clock"]');
    await again.getByRole('button', { name: `All ${both} open` }).waitFor();
    await again.getByRole('button', { name: 'Remove: Cause: Billing' }).click();
    await again.getByRole('button', { name: `All ${isOpen([601, 602], ['speed'])} open` }).waitFor();
    await again.getByRole('button', { name: 'Show all' }).click();
    await again.getByRole('button', { name: `All ${open.length} open` }).waitFor();
  });
});

describe('the register', () => {
  test('is sorted, paged, searched, and shows the columns that the reader has chosen', async () => {
    const { board: frame } = await board.open({ as: people.lead, at: '#register' });
    await registered(frame, all.length);
    await button(frame, 'Received').click();
    const oldest = Math.min(
      ...past.map(({ receivedAt, id }) => (receivedAt === past[0]?.receivedAt ? id : Infinity)),
    );
    await expect.poll(() => bodyRows(frame).first().textContent()).toContain(`#${oldest}`);
    await button(frame, 'Next').click();
    await frame.getByText(`51 to 100 of ${all.length}`).waitFor();
    await button(frame, 'Back').click();
    await button(frame, 'Columns').click();
    await frame.getByRole('group', { name: 'Columns' }).getByText('Outcome').click();
    await frame.getByRole('columnheader', { name: 'Outcome' }).waitFor();
    await frame.getByRole('searchbox').fill('#101, 102');
    await button(frame, 'Search').click();
    await registered(frame, 2);
    await frame.getByRole('searchbox').fill('nobody wrote this');
    await button(frame, 'Search').click();
    await frame.getByText('Zendesk finds no complaint for “nobody wrote this”.').waitFor();
  });

  test('is narrowed to several stages, each of them removable', async () => {
    const { board: frame } = await board.open({ as: people.lead, at: '#register' });
    await button(frame, 'Stage: All stages').click();
    const stages = frame.getByRole('group', { name: 'Stage' });
    await stages.getByText('Acknowledged').click();
    await registered(frame, open.length);
    await stages.getByText('Closed').click();
    await registered(frame, all.length);
    await button(frame, 'Remove: Stage: Acknowledged').click();
    await registered(frame, past.length);
  });

  test('is exported as it is shown', async () => {
    const { page, board: frame } = await board.open({ as: people.lead, at: '#register?open=true' });
    await registered(frame, open.length);
    const saved = page.waitForEvent('download');
    await button(frame, 'Export as CSV').click();
    const text = await readFile(await (await saved).path(), 'utf8');
    const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(head.split(',')).toContain('next_due_date');
    expect(head.split(',')).not.toContain('outcome');
    expect(lines).toHaveLength(open.length);
  });
});

describe('reports', () => {
  test('open as a page to print, in the language chosen, under the page’s policy', async () => {
    const { page, board: frame } = await board.open({ as: people.lead, at: '#reports' });
    await frame.getByText('Deutsch').click();
    const opened = page.waitForEvent('popup');
    await button(frame, 'Open to print').click();
    const report = await opened;
    const denied = violationsOfPolicy(report);
    await report
      .getByRole('heading', { name: /März 2026/ })
      .first()
      .waitFor();
    await expect.poll(() => report.evaluate('document.styleSheets.length')).toBe(1);
    expect(denied).toEqual([]);
  });

  test('an action for a cause is entered, changed and done', async () => {
    const { board: frame } = await board.open({ as: people.lead, at: '#reports' });
    await button(frame, 'Add an action').click();
    await button(frame, 'Save action').click();
    await frame.getByRole('alert').getByText('Choose a cause and an owner').waitFor();
    const form = frame.getByRole('form', { name: 'Add an action' });
    await form.getByLabel('Cause').selectOption({ label: 'Speed' });
    await form.getByLabel('Action').fill('Firmware rolled back');
    await form.getByLabel('Owner').selectOption({ label: 'Tom Walsh' });
    await form.getByLabel('By', { exact: true }).fill('2026-04-30');
    await button(form, 'Save action').click();
    const row = frame.getByRole('row', { name: /Firmware rolled back/ });
    await row.getByText('Tom Walsh').waitFor();
    await row.getByText('Not done yet.').waitFor();
    await button(row, /^Change/).click();
    const changing = frame.getByRole('form', { name: 'Change the action' });
    await changing.getByLabel('Action').fill('Firmware rolled back everywhere');
    await changing.getByLabel('By', { exact: true }).fill('2026-05-15');
    await button(changing, 'Save action').click();
    await row.getByText('Firmware rolled back everywhere').waitFor();
    await row.getByText('Fri 15 May 2026').waitFor();
    await button(row, /^Mark as done/).click();
    await row.getByText('Too early to say').waitFor();
    await frame.getByRole('tab', { name: 'Overview' }).click();
    await section(frame, 'Why customers complain')
      .getByText('Action: Firmware rolled back everywhere, Tom Walsh')
      .waitFor();
  });
});

test('who leads nothing sees no figures', async () => {
  const { board: frame } = await board.open({ as: people.agent });
  await frame.getByText('Figures and the register are for team leads.').waitFor();
  await expect.poll(() => frame.getByRole('tab').count()).toBe(0);
  await expectAccessible(frame);
});

test('in German and dark colours it is as whole, on a narrow page too', async () => {
  const { page, board: frame } = await board.open({
    as: people.german,
    locale: 'de',
    viewport: { width: 1100, height: 1400 },
  });
  const denied = violationsOfPolicy(page);
  await button(page, 'Dunkle Farben').click();
  for (const [tab, sign] of [
    ['Überblick', 'Über dem üblichen Bereich'],
    ['Verzeichnis', 'Beschwerdeverzeichnis'],
    ['Berichte', 'Monatsbericht'],
  ] as const) {
    await frame.getByRole('tab', { name: tab }).click();
    await frame.getByText(sign).first().waitFor();
    await expectAccessible(frame);
    // The page is longer than its frame, and scrolls.
    const tooWide = (await overflowing(frame)).filter((what) => what !== 'cut off below: the page');
    expect(tooWide).toEqual([]);
  }
  expect(await frame.evaluate('document.documentElement.lang')).toBe('de');
  expect(denied).toEqual([]);
});

test('says when the service is away, and goes on when it is back', async () => {
  const { page, board: frame } = await board.open({ as: people.lead, at: '#register?open=true' });
  await registered(frame, open.length);
  await page.context().setOffline(true);
  await button(frame, 'Show all').click();
  const alert = frame.getByRole('alert');
  await alert.getByText('The service could not be reached.').waitFor();
  // What was asked for before is not shown for what is asked now.
  expect(await bodyRows(frame).count()).toBe(0);
  await page.context().setOffline(false);
  await button(alert, 'Try again').click();
  await registered(frame, all.length);
});

test('renews its session before it ends, unasked', async () => {
  const { page, board: frame } = await board.open({ as: people.lead });
  await figure(frame, 'Overdue').waitFor();
  await page.clock.setFixedTime(Date.now() + 13 * 60_000);
  const renewed = page.waitForResponse(/\/api\/v1\/session$/);
  await frame.getByRole('tab', { name: 'Register' }).click();
  expect((await renewed).status()).toBe(200);
  await registered(frame, all.length);
});

test('the case file of a complaint is a click away, for who sees its ticket', async () => {
  const tom = await signIn(board.demo, people.agent);
  await tom.record(110, 'form');
  await expect.poll(() => board.ledger.readCase(110)).toBeDefined();
  const { page, board: frame } = await board.open({ as: people.agent });
  await frame.getByLabel('Ticket number').fill('110');
  await button(frame, 'Continue').click();
  const saved = page.waitForEvent('download');
  await button(frame, 'Get the case file of ticket 110').click();
  expect((await saved).suggestedFilename()).toMatch(/110.*\.zip$/);
});
