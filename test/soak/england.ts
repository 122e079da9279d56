import type { OracleCalendar } from '../domain/oracle.ts';

export const ZONE = 'Europe/London';

/** Bank holidays in England as the government lists them (gov.uk/bank-holidays), written down by hand. */
const BANK_HOLIDAYS = [
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
] as const;

/** Monday to Friday, as Zendesk's and JavaScript's weeks are numbered: Sunday is 0. */
export const ENGLAND: OracleCalendar = { week: [1, 2, 3, 4, 5], off: new Set(BANK_HOLIDAYS) };
