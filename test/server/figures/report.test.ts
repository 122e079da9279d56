import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../../server/cli/report-command.ts';
import type { WholeCase } from '../../../server/ledger/index.ts';
import { plusMonths } from '../../support/history/days.ts';
import { expectedHandlers } from '../../support/history/expected-promises.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { generateHistory } from '../../support/history/history.ts';
import { TRUTHS } from '../../support/history/truths.ts';
import { run } from '../cli/support/run.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { fakeAccount } from '../support/fake-account.ts';
import { causesShape, promisesShape } from './support/shapes.ts';

let api: TestApi;
let folder: string;
let cases: readonly WholeCase[];
const MONTH = plusMonths(TRUTHS.risesFrom, 1);
const NASTY = '<img src=x onerror=alert(1)> & "quotes"';

/** What this company calls a cause of ours, and one of its own. */
const LABELS = `
labels:
  category:
    billing: { en: Money, de: Geld }
    wifi: { en: Wi-Fi }
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  const own = join(folder, 'ask4.yaml');
  const text = await readFile('policies/ask4.yaml', 'utf8');
  await writeFile(own, `${text}\nreporting:\n  timelinessPerHandler: true\n${LABELS}`);
  const now = new Date(TRUTHS.now).toISOString();
  api = await startApi({ now, policies: [own, 'policies/ask4-de.yaml'] });
  cases = generateHistory(4_000);
  await fillLedger(api.databaseUrl, cases);
  const action = { category: 'speed', what: NASTY, ownerId: 101, dueDate: '2026-12-01' };
  const headers = { 'content-type': 'application/json' };
  await api.ask('/actions', { method: 'POST', headers, body: JSON.stringify(action) });
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The cells of the table row that begins with a name, without markup. */
function rowOf(page: string, name: string): string[] {
  const row = [...page.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].find(([, cells = '']) =>
    cells.startsWith(name),
  );
  const cells = (row?.[1] ?? '').split(/<\/t[hd]>/).map((cell) => cell.replace(/<br>.*|<[^>]+>/g, ''));
  return cells.slice(0, -1);
}

const pageIn = async (query: string): Promise<string> => (await api.ask(`/report.html?${query}`)).text;

describe('the report of a month', () => {
  it('is a page without script that loads nothing and can be framed by nobody', async () => {
    const answer = await api.ask(`/report.html?month=${MONTH}`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'.*frame-ancestors 'none'$/,
    );
    expect(answer.text).toContain(
      'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;',
    );
    expect(answer.text).not.toMatch(/<(script|img|link|iframe|object)|<[^>]*\s(src|href|style|on\w+)=/);
    expect(answer.text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;');
  });

  it.each([
    ['en', 'Complaints in September 2026', 'Status update', 'Speed', 'Above the usual range', 'Appeals'],
    [
      'de',
      'Beschwerden im September 2026',
      'Zwischenstand',
      'Geschwindigkeit',
      'Über dem üblichen Bereich',
      'Überprüfungen',
    ],
  ])('says in %s what the page of the leads says', async (language, title, update, speed, above, appeals) => {
    const page = await pageIn(`month=${MONTH}&language=${language}`);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    const promises = promisesShape.parse((await api.ask(`/promises?month=${MONTH}`)).json());
    const causes = causesShape.parse((await api.ask(`/causes?month=${MONTH}`)).json());
    const number = new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
    const [duty] = promises.duties.filter((one) => one.duty === 'update');
    expect(rowOf(page, update).slice(1, 4)).toEqual([duty?.onTime, duty?.late, duty?.overdue].map(String));
    const cause = causes.causes.find(({ category }) => category === 'speed');
    const cells = rowOf(page, speed);
    expect([cells[1], cells[3], cells[5]]).toEqual([`${cause?.count}`, `${cause?.previousCount}`, above]);
    expect(cells[4]).toBe(
      `${number.format(cause?.chart.lower ?? 0)} – ${number.format(cause?.chart.upper ?? 0)}`,
    );
    expect(rowOf(page, appeals)[1]).toBe(`${causes.appeals}`);
  });

  it('is that of the month before where none is named, and says by what it is filtered', async () => {
    const page = await pageIn('brand=31&channel=letter');
    expect(page).toContain('<h1>Complaints in October 2026</h1>');
    expect(page).toContain('brand 31; channel Letter');
    expect(page).not.toBe(await pageIn(''));
  });

  it.each([
    ['en', 'Money', 'Workload'],
    ['de', 'Geld', 'Arbeitsaufkommen'],
  ])('names causes as the policy does, and reasons as the product does, in %s', async (language, cause, reason) => {
    const page = await pageIn(`month=${MONTH}&language=${language}`);
    expect([rowOf(page, cause)[0], rowOf(page, reason)[0]]).toEqual([cause, reason]);
    expect(page).not.toContain(language === 'de' ? 'Money' : 'Geld');
    expect(page).not.toMatch(language === 'de' ? />Workload</ : />Arbeitsaufkommen</);
  });

  it('tells the page what options are called', async () => {
    const labels = (await api.ask('/labels')).json();
    expect(labels).toMatchObject({
      category: {
        billing: { names: { en: 'Money', de: 'Geld' }, byPolicy: true },
        wifi: { names: { en: 'Wi-Fi' }, byPolicy: true },
        speed: { names: { en: 'Speed', de: 'Geschwindigkeit', nl: expect.any(String) }, byPolicy: false },
      },
      delay_reason: { workload: { names: { de: 'Arbeitsaufkommen' }, byPolicy: false } },
      redress: { credit: { names: { de: 'Gutschrift' } } },
    });
  });

  it('of a month without complaints says so', async () => {
    expect(await pageIn('month=2020-01')).toContain('None.');
  });
});

describe('handlers', () => {
  it('are shown of the policies that switch it on, and of no other', async () => {
    const { handlers } = promisesShape.parse((await api.ask(`/promises?month=${MONTH}`)).json());
    const own = cases.filter(({ row }) => row.policyId === 'ask4');
    expect(handlers).toEqual(expectedHandlers(own, MONTH, TRUTHS.now));
    const shares = (handlers ?? []).map(
      ({ assigneeId, onTime, late }) => [assigneeId, late / (onTime + late)] as const,
    );
    const [slowest] = shares.sort(([, a], [, b]) => b - a);
    expect(slowest?.[0]).toBe(TRUTHS.slowHandler);
  });
});

describe('npm run report', () => {
  const settings = (url: string) => ({
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: 'clock',
    ZENDESK_CLIENT_SECRET: 'top-secret',
    PUBLIC_URL: 'http://127.0.0.1:1',
    DATABASE_URL: api.databaseUrl,
    POLICY: 'policies/ask4.yaml',
  });

  it('writes the same page, with ids where Zendesk tells no names', async () => {
    const account = await fakeAccount();
    const out = join(folder, 'report.html');
    const done = await run(
      report,
      ['--month', MONTH, '--out', out, '--language', 'de'],
      settings(account.url),
    );
    await account.stop();
    expect(done).toMatchObject({ code: 0, out: `${out} is written.\n` });
    expect(done.err).toContain('does not tell all names');
    const page = await readFile(out, 'utf8');
    expect(page).toContain('<h1>Beschwerden im September 2026</h1>');
    expect(rowOf(page, 'Geschwindigkeit')).toEqual(
      rowOf(await pageIn(`month=${MONTH}&language=de`), 'Geschwindigkeit'),
    );
  });

  it.each([
    [[], 'Say which month: --month 2026-10'],
    [['--month', '2026-13', '--out', 'x'], '--month 2026-13: this is no month'],
    [['--month', '2026-10'], 'Say which file to write'],
    [
      ['--month', '2026-10', '--out', 'x', '--language', 'fr'],
      '--language fr: the report is written in en or de',
    ],
    [['--month', '2026-10', '--out', 'x', '--verbose'], '--verbose'],
  ])('%j is refused', async (argv, message) => {
    const done = await run(report, argv);
    expect([done.code, done.err]).toEqual([2, expect.stringContaining(message)]);
  });

  it.each([
    [['--month', '2199-01', '--out', 'x'], 'this month has not begun'],
    [['--month', '2026-01', '--out', '/nowhere/at/all.html'], "the file can't be written"],
  ])('%j is refused once the settings are read', async (argv, message) => {
    const done = await run(report, argv, settings('http://127.0.0.1:1'));
    expect([done.code, done.err]).toEqual([2, expect.stringContaining(message)]);
  });
});
