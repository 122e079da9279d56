import { OUTCOMES } from '../../../domain/events.ts';
import { type Html, html, table } from './html.ts';
import type { ReportData, Writing } from './report-data.ts';

type Rows = [string, string][];

function outcomeRows({ causes }: ReportData, { labelOf, formats }: Writing): Rows {
  return OUTCOMES.map((outcome) => [labelOf('outcome', outcome), formats.count(causes.outcomes[outcome])]);
}

function redressRows({ causes }: ReportData, { words, labelOf, formats }: Writing): Rows {
  const sums = causes.redress.map(({ currency, amount }) => formats.money(amount, currency));
  return [
    [words.results.redress, sums.length > 0 ? sums.join(' · ') : '–'],
    ...causes.redressKinds.map(({ code, count }): [string, string] => [
      `${words.results.redress}: ${labelOf('redress', code)}`,
      formats.count(count),
    ]),
  ];
}

function decisionRows({ causes }: ReportData, { words, labelOf, formats }: Writing): Rows {
  const nameOf = (decision: string): string =>
    decision === 'settled' ? words.results.settled : labelOf('outcome', decision);
  return causes.decisions.map(({ decision, count }) => [
    decision === null ? words.results.decision : `${words.results.decision}: ${nameOf(decision)}`,
    formats.count(count),
  ]);
}

/** Outcomes, redress, appeals, the ombudsman's decisions, what customers said, lessons. */
export function resultsSection(data: ReportData, writing: Writing): Html {
  const { words, formats } = writing;
  const { causes } = data;
  const { good, bad } = causes.satisfaction;
  const rows: Rows = [
    [words.results.responses, formats.count(causes.responses)],
    ...outcomeRows(data, writing),
    ...redressRows(data, writing),
    [words.results.appeals, formats.count(causes.appeals)],
    [words.results.referred, formats.count(causes.referred)],
    ...decisionRows(data, writing),
    [words.results.satisfied, good + bad === 0 ? '–' : words.satisfied(good, good + bad)],
    [words.results.lessons, formats.count(causes.lessons)],
  ];
  const columns = [{ title: words.results.figure }, { title: words.results.value, kind: 'number' as const }];
  return html`<section><h2>${words.results.heading}</h2>${table(words.results.caption, columns, rows)}</section>`;
}
