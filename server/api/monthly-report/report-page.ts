import { createHash } from 'node:crypto';
import { addToMonth } from '../../../domain/months.ts';
import { type FigureSetting, presentMonth } from '../figure-setting.ts';
import type { MonthQuery } from '../filters.ts';
import { actionsSection, causesSection } from './causes-section.ts';
import { Html, html } from './html.ts';
import type { ReportLanguage } from './languages.ts';
import { promisesSection } from './promises-section.ts';
import {
  type NamesOf,
  peopleIn,
  type ReportData,
  reportData,
  type Writing,
  writingIn,
} from './report-data.ts';
import { resultsSection } from './results-section.ts';
import { STYLE } from './style.ts';

export interface ReportAsked extends MonthQuery {
  readonly language: ReportLanguage;
}

export interface ReportPage {
  /** A whole document: no script, nothing loaded from anywhere. */
  readonly html: string;
  /** Its content security policy, for the header: it may not be framed either. */
  readonly policy: string;
}

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function filtersText(filters: ReportAsked, { words }: Writing): string {
  const named = [
    ['brand', filters.brand],
    ['organization', filters.organization],
    ['category', filters.category],
    ['channel', filters.channel],
    ['policy', filters.policy],
  ] as const;
  return named
    .flatMap(([name, values]) => (values ? `${words.filters[name]} ${values.join(', ')}` : []))
    .join('; ');
}

function definitions({ words }: Writing): Html {
  const all = words.definitions.all.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`);
  return html`<section><h2>${words.definitions.heading}</h2><dl>${all}</dl></section>`;
}

function documentOf(
  data: ReportData,
  asked: ReportAsked,
  { now, policies }: FigureSetting,
  writing: Writing,
): Html {
  const { words, formats, language } = writing;
  const title = words.title(formats.month(data.promises.month));
  const company = [...new Set(policies.map((policy) => policy.company.name))].join(', ');
  const filters = filtersText(asked, writing);
  const only = filters === '' ? null : html`<p>${words.onlySome(filters)}</p>`;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><h1>${title}</h1><p>${company}. ${words.made(formats.time(now, data.promises.timeZone))}</p>${only}
${promisesSection(data, writing)}${causesSection(data, writing)}${resultsSection(data, writing)}${actionsSection(data, writing)}${definitions(writing)}
</body></html>
`;
}

/**
 * The report of a month, the one before the present one where none is named, as a page to be printed.
 * @param namesOf the names of handlers; ids are shown for those that it doesn't know
 */
export async function reportPage(
  asked: ReportAsked,
  setting: FigureSetting,
  namesOf: NamesOf = async () => new Map(),
): Promise<ReportPage> {
  const { language, ...filters } = asked;
  const month = asked.month ?? addToMonth(presentMonth(setting), -1);
  const data = await reportData({ ...filters, month }, setting);
  const writing = writingIn(language, await namesOf(peopleIn(data)));
  return {
    html: documentOf(data, asked, setting, writing).text,
    policy: `${POLICY}; frame-ancestors 'none'`,
  };
}
