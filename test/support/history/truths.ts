/** What is known of the generated history before anything is counted. */
export const TRUTHS = {
  firstMonth: '2023-11',
  months: 36,
  /** Where the history stands: a Tuesday, not long after its last full month. */
  now: Date.parse('2026-11-10T10:30:00Z'),
  lastFullMonth: '2026-10',
  /** A cause that doubles from this month on. */
  risingCause: 'speed',
  risesFrom: '2026-08',
  /** A month in which a third of all status updates went out late. */
  badMonth: '2026-03',
  /** Somebody whose formal responses are late four times in ten. */
  slowHandler: 107,
  handlers: [101, 102, 103, 104, 105, 106, 107, 108, 109, 110],
  brands: [31, 32, 33],
  sites: 40,
} as const;

/** Of a hundred complaints so many are about a cause; the rest, where nobody chose one. */
export const CAUSE_SHARES = {
  billing: 26,
  outage: 17,
  speed: 16,
  installation: 12,
  staff: 8,
  personal_data: 4,
  contract: 7,
  other: 6,
} as const;

export interface Company {
  readonly policyId: string;
  readonly zone: string;
  readonly currency: string;
}

export const COMPANIES: readonly [Company, ...Company[]] = [
  { policyId: 'ask4', zone: 'Europe/London', currency: 'GBP' },
  { policyId: 'ask4-de', zone: 'Europe/Berlin', currency: 'EUR' },
];
