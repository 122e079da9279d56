import { type Html, html, table } from './html.ts';
import type { ReportData, Writing } from './report-data.ts';
import { bar, controlChart } from './svg.ts';

type Cause = ReportData['causes']['causes'][number];

const nameOf = ({ category }: Pick<Cause, 'category'>, { labelOf, words }: Writing): string =>
  category === null ? words.causes.unknown : labelOf('category', category);

function rangeText({ chart: { lower, upper } }: Cause, { formats }: Writing): string {
  return lower === null || upper === null ? '–' : `${formats.count(lower)} – ${formats.count(upper)}`;
}

function causesTable(causes: readonly Cause[], writing: Writing): Html {
  const { words, formats } = writing;
  const most = Math.max(...causes.map(({ count }) => count), 1);
  const columns = [
    { title: words.causes.cause },
    { title: words.causes.count, kind: 'number' as const },
    { title: '' },
    { title: words.causes.previous, kind: 'number' as const },
    { title: words.causes.range, kind: 'number' as const },
    { title: words.causes.signal },
  ];
  const rows = causes.map((cause) => [
    nameOf(cause, writing),
    formats.count(cause.count),
    bar(cause.count, most),
    formats.count(cause.previousCount),
    rangeText(cause, writing),
    cause.signal === null ? '' : words.causes[cause.signal],
  ]);
  return table(words.causes.caption, columns, rows);
}

/** Of the causes beyond their usual range: the chart, and its numbers. */
function charts(causes: readonly Cause[], writing: Writing): Html[] {
  const { words, formats } = writing;
  return causes
    .filter(({ signal }) => signal !== null)
    .map((cause) => {
      const { months, ...range } = cause.chart;
      const columns = [
        { title: words.month },
        ...months.map(({ month }) => ({ title: formats.shortMonth(month), kind: 'number' as const })),
      ];
      const row = [words.causes.count, ...months.map(({ count }) => formats.count(count))];
      const name = nameOf(cause, writing);
      return html`<h3>${name}</h3>${controlChart({ ...range, counts: months.map(({ count }) => count) })}${table(`${name}: ${words.causes.chart}`, columns, [row])}`;
    });
}

export function causesSection({ causes }: ReportData, writing: Writing): Html {
  const { words } = writing;
  const shown = causes.causes.filter(({ count, previousCount }) => count + previousCount > 0);
  const tables = shown.length === 0 ? html`<p>${words.nothing}</p>` : causesTable(shown, writing);
  return html`<section><h2>${words.causes.heading}</h2><p>${words.received(causes.received, causes.previousReceived)}</p>${tables}${charts(causes.causes, writing)}</section>`;
}

function actionRow(action: ReportData['actions'][number], writing: Writing) {
  const { words, formats } = writing;
  const { fell, before, after } = action;
  const day = (date: string): Html => html`<time>${formats.date(date)}</time>`;
  const mean = (value: number | null): string => (value === null ? '–' : formats.count(value));
  return [
    nameOf(action, writing),
    action.what,
    writing.nameOf('user', action.ownerId),
    day(action.dueDate),
    action.doneAt === null ? words.actions.open : day(action.doneAt.slice(0, 10)),
    mean(before.mean),
    mean(after?.mean ?? null),
    fell === null ? words.actions.tooEarly : fell ? words.actions.fell : words.actions.notFallen,
  ];
}

export function actionsSection({ actions }: ReportData, writing: Writing): Html {
  const { heading, caption, ...words } = writing.words.actions;
  const columns = [
    { title: words.cause },
    { title: words.what, kind: 'text' as const },
    ...[words.owner, words.due, words.done].map((title) => ({ title })),
    ...[words.before, words.after].map((title) => ({ title, kind: 'number' as const })),
    { title: words.effect },
  ];
  const rows = actions.map((action) => actionRow(action, writing));
  const shown = rows.length === 0 ? html`<p>${writing.words.nothing}</p>` : table(caption, columns, rows);
  return html`<section><h2>${heading}</h2>${shown}</section>`;
}
