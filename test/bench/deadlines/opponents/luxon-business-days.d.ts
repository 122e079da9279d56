/** What the bench uses of it; the package has no types of its own. */
declare module 'luxon-business-days' {
  import type { DateTime as Luxon } from 'luxon';

  interface BusinessDateTime extends Luxon {
    setupBusiness(options: { businessDays: number[]; holidayMatchers: ((day: Luxon) => boolean)[] }): void;
    plusBusiness(options: { days: number }): BusinessDateTime;
  }
  const luxon: {
    DateTime: { fromMillis(milliseconds: number, options: { zone: string }): BusinessDateTime };
  };
  export default luxon;
}
