import { createHash } from 'node:crypto';
import { addToMonth } from '../../../domain/months.ts';
import { createLabels } from '../../labels.ts';
import { type Names, NO_NAMES } from '../../names/names.ts';
import { type FigureSetting, presentMonth } from '../figure-setting.ts';
import type { MonthQuery } from '../filters.ts';
import { actionsSection, causesSection } from './causes-section.ts';
import { Html, html } from './html.ts';
import type { ReportLanguage } from './languages.ts';
import { promisesSection } from './promises-section.ts';
import { namesIn, type ReportData, reportData, type Writing, writingIn } from './report-data.ts';
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

function filtersText(filters: ReportAsked, { words, labelOf, nameOf }: Writing): string {
  const named = [
    ['brand', filters.brand?.map((id) => nameOf('brand', id))],
    ['organization', filters.organization?.map((id) => nameOf('organization', id))],
    ['category', filters.category?.map((name) => labelOf('category', name))],
    ['channel', filters.channel?.map((name) => labelOf('channel', name))],
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

/** The report of a month, the one before the present one where none is named, as a page to be printed. */
export async function reportPage(
  asked: ReportAsked,
  setting: FigureSetting,
  names: Names = NO_NAMES,
): Promise<ReportPage> {
  const { language, ...filters } = asked;
  const month = asked.month ?? addToMonth(presentMonth(setting), -1);
  const data = await reportData({ ...filters, month }, setting);
  const writing = writingIn(language, {
    labels: createLabels(setting.policies),
    names: await namesIn(data, filters, names),
  });
  return {
    html: documentOf(data, asked, setting, writing).text,
    policy: `${POLICY}; frame-ancestors 'none'`,
  };
}
