import { expect, it } from 'vitest';
import { due, received } from './due.ts';

it('examples: ComReg, received thu_30_apr over the May bank holiday: tue_5_may and fri_15_may', () => {
  expect(due('examples/comreg.yaml', received('2026-04-30 10:00'))).toEqual([
    'comreg.acknowledgement 2026-05-05',
    'comreg.response 2026-05-15',
  ]);
});
