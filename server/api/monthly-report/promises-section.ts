import { OMBUDSMAN_REGIME } from '../../../domain/ombudsman-date.ts';
import { offsetIn } from '../../offset-text.ts';
import { type Html, html, table } from './html.ts';
import type { ReportData, Writing } from './report-data.ts';
import { bar, sparkline } from './svg.ts';

type Promises = ReportData['promises'];
type Duty = Promises['duties'][number];

const nameOf = (duty: string, { words }: Writing): string => words.duties[duty] ?? duty.replaceAll('_', ' ');

/** Which of several regimes that have a duty of this name. */
function sourceOf({ regime, duty }: Duty, all: readonly Duty[]): string | null {
  return all.some((one) => one.duty === duty && one.regime !== regime) ? regime : null;
}

function dutyName(one: Duty, all: readonly Duty[], writing: Writing): Html {
  const { regime, duty, promise } = one;
  const { words, language } = writing;
  const name = nameOf(duty, writing);
  const what =
    regime === OMBUDSMAN_REGIME ? words.ombudsman : promise === null ? regime : offsetIn(language, promise);
  const source = promise === null ? null : sourceOf(one, all);
  return html`${name}<br><small>${what}${source === null ? '' : ` · ${source}`}</small>`;
}

function dutyRow(duty: Duty, all: readonly Duty[], writing: Writing) {
  const { formats, words } = writing;
  const { times } = duty;
  const length = (seconds: number | null): string => (seconds === null ? '–' : words.duration(seconds));
  return [
    dutyName(duty, all, writing),
    formats.count(duty.onTime),
    formats.count(duty.late),
    formats.count(duty.overdue),
    formats.share(duty.share),
    formats.share(duty.previousShare),
    sparkline(duty.history.map(({ share }) => share)),
    length(times.medianSeconds),
    length(times.p90Seconds),
    length(times.limitSeconds),
  ];
}

function dutiesTable(duties: readonly Duty[], writing: Writing): Html {
  const { promises: words } = writing.words;
  const columns = [
    { title: words.promise },
    ...[words.onTime, words.late, words.overdue, words.share, words.previous].map((title) => ({
      title,
      kind: 'number' as const,
    })),
    { title: words.history },
    ...[words.median, words.p90, words.limit].map((title) => ({ title, kind: 'time' as const })),
  ];
  return table(
    words.caption,
    columns,
    duties.map((duty) => dutyRow(duty, duties, writing)),
  );
}

/** What the lines of the twelve months show, as a table of its own. */
function historyTable({ duties }: Promises, writing: Writing): Html {
  const { words, formats, language } = writing;
  const months = duties[0]?.history ?? [];
  const columns = [
    { title: words.promises.promise },
    ...months.map(({ month }) => ({ title: formats.shortMonth(month), kind: 'number' as const })),
  ];
  const rows = duties.map((one) => [
    [nameOf(one.duty, writing), sourceOf(one, duties)].filter((part) => part !== null).join(' · '),
    ...one.history.map(({ share }) => formats.share(share)),
  ]);
  return table(
    `${words.promises.share}, ${words.promises.history.toLocaleLowerCase(language)}`,
    columns,
    rows,
  );
}

function lateTable({ late }: Promises, { labelOf, words, formats }: Writing): Html {
  if (late.total === 0) return html`<p>${words.late.nothing}</p>`;
  const most = Math.max(...late.byReason.map(({ count }) => count));
  const rows = late.byReason.map(({ code, count }) => [
    code === null ? words.late.none : labelOf('delay_reason', code),
    formats.count(count),
    bar(count, most),
  ]);
  const columns = [
    { title: words.late.reason },
    { title: words.late.count, kind: 'number' as const },
    { title: '' },
  ];
  return table(words.late.caption, columns, rows);
}

function handlersTable({ handlers }: Promises, { words, formats, nameOf }: Writing): Html | null {
  if (handlers === null || handlers.length === 0) return null;
  const { onTime, late, overdue } = words.promises;
  const columns = [
    { title: words.handlers.handler },
    ...[onTime, late, overdue].map((title) => ({ title, kind: 'number' as const })),
  ];
  const rows = handlers.map((one) => [
    nameOf('user', one.assigneeId),
    formats.count(one.onTime),
    formats.count(one.late),
    formats.count(one.overdue),
  ]);
  return table(words.handlers.caption, columns, rows);
}

export function promisesSection({ promises }: ReportData, writing: Writing): Html {
  const { words } = writing;
  const tables =
    promises.duties.length === 0
      ? html`<p>${words.nothing}</p>`
      : html`${dutiesTable(promises.duties, writing)}${historyTable(promises, writing)}`;
  return html`<section><h2>${words.promises.heading}</h2>${tables}${lateTable(promises, writing)}${handlersTable(promises, writing)}</section>`;
}
