import type { CommandParts } from '../../../../server/cli/command-parts.ts';
import { runRebuild } from '../../../../server/cli/rebuild-command.ts';
import { until } from '../../../demo/until.ts';
import { captured, partsBeside } from '../../cli/support/parts.ts';
import type { World } from '../../reconcile/support/world.ts';
import type { OwnPostgres } from './own-postgres.ts';

/** The ledger as it stands, and as a rebuild makes it of nothing. */
export interface Ledgers {
  readonly kept: unknown;
  readonly rebuilt: unknown;
}

/**
 * Without what depends on when a ticket was looked at last: the next look is in a minute or in days, by whether the
 * delivery of the acknowledgement has been seen, and a busy machine may come to that minute between the two.
 */
async function dump({ sql }: OwnPostgres): Promise<unknown> {
  const cases = await sql('select * from cases order by ticket_id');
  return {
    cases: cases.map(({ updated_at: _, next_look_at: _next, ...row }) => row),
    events: await sql('select * from case_events order by ticket_id, position'),
    deadlines: await sql('select * from deadlines order by ticket_id, regime, duty'),
  };
}

async function lookAgain(ids: readonly number[], { ledger }: CommandParts, { sql }: OwnPostgres) {
  await ledger.wake(ids.map((ticketId) => ({ ticketId, at: Date.now() })));
  await until('all were looked at', async () => {
    const soon = new Date(Date.now() + 1_000);
    const due = await sql('select 1 from wakes where ticket_id = any($1) and wake_at < $2', [ids, soon]);
    return due.length === 0 ? true : undefined;
  });
}

async function rebuild(parts: CommandParts, { sql }: OwnPostgres): Promise<void> {
  await sql('truncate cases, case_events, deadlines, wakes, runs, rebuild cascade');
  const { signal } = new AbortController();
  const { output, told } = captured();
  const code = await runRebuild({ again: false, json: true }, parts, { signal, output });
  if (code !== 0) throw new Error(`the rebuild ended with ${code}:\n${told.join('\n')}`);
}

/** Compares the ledger with a rebuild, when the service has nothing left to do on these tickets. */
export async function ledgersOf(
  world: World,
  postgres: OwnPostgres,
  ids: readonly number[],
): Promise<Ledgers> {
  const parts = await partsBeside(world, { env: { DATABASE_URL: postgres.url } });
  try {
    // The first takes the event's tag off, the second sees the stamp that this has left.
    await lookAgain(ids, parts, postgres);
    await lookAgain(ids, parts, postgres);
    const kept = await dump(postgres);
    await rebuild(parts, postgres);
    return { kept, rebuilt: await dump(postgres) };
  } finally {
    await parts.close();
  }
}
