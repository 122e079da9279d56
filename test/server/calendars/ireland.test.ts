import { expect, it } from 'vitest';
import { holidaysOf } from './support.ts';

/**
 * https://www.citizensinformation.ie, "Public holidays in Ireland". Irish law moves no holiday that falls on a
 * weekend; St Brigid's Day came in 2023, 18 March 2022 was a single one.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  1993: '01-01 03-17 04-12 06-07 08-02 10-25 12-25 12-26',
  1994: '01-01 03-17 04-04 05-02 06-06 08-01 10-31 12-25 12-26',
  2022: '01-01 03-17 03-18 04-18 05-02 06-06 08-01 10-31 12-25 12-26',
  2023: '01-01 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26',
  2024: '01-01 02-05 03-17 04-01 05-06 06-03 08-05 10-28 12-25 12-26',
  2025: '01-01 02-03 03-17 04-21 05-05 06-02 08-04 10-27 12-25 12-26',
  2026: '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26',
  2027: '01-01 02-01 03-17 03-29 05-03 06-07 08-02 10-25 12-25 12-26',
  2028: '01-01 02-07 03-17 04-17 05-01 06-05 08-07 10-30 12-25 12-26',
  2030: '01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26',
};

it.each(Object.entries(PUBLISHED))("Ireland's public holidays of %s", (year, dates) => {
  expect(holidaysOf('IE', year).join(' ')).toBe(dates);
});
