import { until } from '../../demo/until.ts';
import type { BenchDatabase } from './database.ts';

/** Waits until every complaint is a case and no ticket is to be looked at now. A look under way is still due. */
export async function untilSettled({ sql }: BenchDatabase, cases: number, withinMs = 120_000): Promise<void> {
  await until(
    `${cases} cases are in the ledger and no look is due`,
    async () => {
      const [row] = await sql(
        `select (select count(*)::int from cases) as cases,
                (select count(*)::int from wakes where wake_at <= now() + interval '10 seconds') as due`,
      );
      return (row?.cases === cases && row.due === 0) || undefined;
    },
    withinMs,
  );
}
