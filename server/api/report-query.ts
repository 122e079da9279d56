import { z } from 'zod';
import { figureFilterShape, monthText } from './filters.ts';
import { REPORT_LANGUAGES } from './monthly-report/languages.ts';

/** The month, the one before the present one where left out; the language, English where left out; the filters. */
export const reportPageQuery = z.strictObject({
  ...figureFilterShape,
  month: monthText.optional(),
  language: z.enum(REPORT_LANGUAGES, { error: `must be ${REPORT_LANGUAGES.join(' or ')}` }).default('en'),
});
export type ReportPageQuery = z.output<typeof reportPageQuery>;
