import type { House } from './house.ts';

const SECOND = 1_000;

/** Whether the service has nothing to do just now, as far as its books and the account's deliveries tell. */
async function isQuiet({ sandbox, sql }: House): Promise<boolean> {
  if (sandbox.deliveries().some(({ state }) => state === 'waiting')) return false;
  const at = new Date(sandbox.clock.now() + 2 * SECOND);
  const [row] = await sql(
    `select (select count(*) from wakes where wake_at <= $1)::int as due,
      (select count(*) from runs where held_by is not null or due_at <= $1)::int as running`,
    [at],
  );
  return row?.due === 0 && row.running === 0;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 8));

/** Waits until the service is quiet, for up to so many real milliseconds. Says whether it was. */
export async function settle(house: House, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  for (;;) {
    if (!house.isUp()) return true;
    if (await isQuiet(house)) return true;
    if (performance.now() > end) return false;
    house.poke();
    await pause();
  }
}

/** The earliest wake that is planned; undefined where there is none. */
export async function nextWake({ sql }: House): Promise<number | undefined> {
  const [row] = await sql(
    'select min(greatest(wake_at, quiet_until)) as next from wakes where wake_at is not null',
  );
  return row?.next instanceof Date ? row.next.getTime() : undefined;
}
