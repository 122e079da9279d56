import type { WholeCase } from '../../../server/ledger/index.ts';

/** Filters as the API takes them, with what they leave of the cases. */
export const FILTERS: readonly (readonly [query: string, isLeft: (one: WholeCase) => boolean])[] = [
  ['', () => true],
  ['brand=31', ({ row }) => row.brandId === 31],
  ['organization=407,412', ({ row }) => row.organizationId === 407 || row.organizationId === 412],
  ['category=speed,billing', ({ row }) => row.category === 'speed' || row.category === 'billing'],
  ['channel=letter', ({ row }) => row.channel === 'letter'],
  [
    'policy=ask4-de&brand=32&channel=email',
    ({ row }) => row.policyId === 'ask4-de' && row.brandId === 32 && row.channel === 'email',
  ],
];
