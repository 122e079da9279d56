import { expect, test } from 'vitest';
import { runSoak } from '../soak/soak.ts';
import { ledgerDatabase } from '../support/postgres.ts';

/** `npm run soak` draws a new one each time; here a failure must be the code's doing. */
const SEED = 1_284;
/** All that a plan of faults draws from but the conflict in the account's database; the crowd is as small as has them. */
const KINDS = 22;

test('34 complaints in five working days, with faults all along: none lost, none twice, no wrong date', async () => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const { result } = await runSoak({ seed: SEED, complaints: 34, days: 5, database: ledgerDatabase, say });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  expect(result, said.join('\n')).toMatchObject({ complaints: 34, lost: 0, double: 0, wrong: 0 });
  // Otherwise it has shown nothing.
  expect(result.kinds).toBe(KINDS);
  expect(result.faults).toBeGreaterThan(30);
}, 900_000);
