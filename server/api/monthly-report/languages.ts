export const REPORT_LANGUAGES = ['en', 'de'] as const;
/** What the monthly report is written in. */
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
