import { expect, test } from 'vitest';
import { runSoak } from '../soak/soak.ts';
import { testDatabase } from '../support/postgres.ts';

/** `npm run soak` draws a new one each time; here a failure must be the code's doing. */
const SEED = 7;

test('sixty complaints in five working days, with faults all along: none lost, none twice, no wrong date', async () => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const { result } = await runSoak({ seed: SEED, complaints: 60, days: 5, database: testDatabase, say });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  expect(result, said.join('\n')).toMatchObject({ seed: SEED, complaints: 60, lost: 0, double: 0, wrong: 0 });
  // Otherwise it has shown nothing.
  expect(result.faults).toBeGreaterThan(30);
}, 900_000);
