/**
 * The working days of a span by number, so that counting is a look-up however long the period is. Days are numbered
 * from the first of the span, 0.
 */
export interface WorkingDays {
  /** Days in the span. */
  readonly length: number;
  /** How many working days lie before the day; one entry more than there are days. */
  before(day: number): number;
  /** The day of the n-th working day, counted from 0; undefined before the first and past the last. */
  nth(n: number): number | undefined;
}

/** @param counts for each day of the span 1 where it counts, else 0 */
export function createWorkingDays(counts: Uint8Array): WorkingDays {
  const before = new Int32Array(counts.length + 1);
  const days = new Int32Array(counts.length);
  let found = 0;
  for (let day = 0; day < counts.length; day += 1) {
    before[day] = found;
    if (counts[day] !== 1) continue;
    days[found] = day;
    found += 1;
  }
  before[counts.length] = found;
  return {
    length: counts.length,
    before: (day) => before[day] ?? found,
    nth: (n) => (n >= 0 && n < found ? days[n] : undefined),
  };
}
