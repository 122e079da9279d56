import { z } from 'zod';
import { until } from '../../../demo/until.ts';
import type { FaultHook } from '../../../sandbox/faults/faults.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { World } from '../../reconcile/support/world.ts';
import { type Call, type Fault, lookCall } from './faults.ts';
import { createResults, type Results } from './results.ts';
import type { Stage } from './stage.ts';

/** One complaint, and what befalls one of the calls of its look. */
export interface Cell {
  readonly fault: Pick<Fault, 'name' | 'effect'>;
  readonly call: Call;
  readonly lasting: boolean;
  readonly ticketId: number;
  readonly recordedAt: number;
  /** How often it has struck. */
  struck: number;
  /** Whether it strikes now. */
  on: boolean;
  doneAt: number | undefined;
}

export interface Cells extends Results {
  /** A recorded complaint at whose look the fault waits. */
  record(what: Pick<Cell, 'fault' | 'call' | 'lasting'>): Promise<Cell>;
  /** The faults strike no more. */
  release(cells: readonly Cell[]): void;
  /** What the last look of each failed with; null where it did not. */
  codes(cells: readonly Cell[]): Promise<(string | null)[]>;
  /** The fault is gone, and somebody has the ticket tried again, as "npm run cases -- retry" does. */
  mend(cells: readonly Cell[]): Promise<void>;
  /** Lets time pass until nothing more happens to any of these by itself, or a person is asked. */
  play(cells: readonly Cell[]): Promise<void>;
}

const wakeShape = z.object({
  ticket_id: z.coerce.number(),
  wake_at: z.date().nullable(),
  error_code: z.string().nullable(),
  gave_up_at: z.date().nullable(),
});
type Wake = z.output<typeof wakeShape>;

function strikes(world: World, byTicket: ReadonlyMap<number, Cell>): FaultHook {
  return ({ method, path, caller }) => {
    const asked = caller === 'program' ? lookCall(method, path) : undefined;
    const cell = asked && byTicket.get(asked.ticketId);
    if (!cell?.on || cell.call !== asked?.call) return undefined;
    if (!cell.lasting && cell.struck > 0) return undefined;
    cell.struck += 1;
    return cell.fault.effect(world, cell.ticketId);
  };
}

/** Where all that is left to do lies in the future, the clock is moved there: to the last, so that all go on together. */
function passTime({ clock, deliveries }: Sandbox, open: readonly Wake[]): void {
  const times = open.flatMap(({ wake_at }) => (wake_at ? [wake_at.getTime()] : []));
  const waiting = deliveries().some(({ state }) => state === 'waiting');
  if (times.length === 0 || waiting || Math.min(...times) <= clock.now()) return;
  clock.advance(Math.max(0, Math.max(...times) - clock.now()));
}

export function createCells(stage: Stage): Cells {
  const { world, service } = stage;
  const results = createResults(stage);
  const { sandbox } = world.demo;
  const { clock } = sandbox;
  const byTicket = new Map<number, Cell>();
  sandbox.faults.add(strikes(world, byTicket));

  const wakes = async (cells: readonly Cell[]): Promise<Map<number, Wake>> => {
    const rows = await world.sql('select * from wakes where ticket_id = any($1)', [
      cells.map(({ ticketId }) => ticketId),
    ]);
    return new Map(rows.map((row) => wakeShape.parse(row)).map((row) => [row.ticket_id, row]));
  };
  const isDone = (cell: Cell, wake: Wake | undefined): boolean => {
    if (!wake || cell.struck === 0) return false;
    if (cell.on && wake.gave_up_at !== null) return true;
    const quiet = wake.wake_at === null || wake.wake_at.getTime() > clock.now() + 60_000;
    return wake.error_code === null && quiet;
  };
  const cells: Cells = {
    record: async (what) => {
      const ticketId = await world.letter();
      const cell = { ...what, ticketId, recordedAt: clock.now(), struck: 0, on: true, doneAt: undefined };
      byTicket.set(ticketId, cell);
      await world.record(ticketId);
      return cell;
    },
    release: (all) => {
      for (const cell of all) Object.assign(cell, { on: false, doneAt: undefined });
    },
    codes: async (all) => {
      const known = await wakes(all);
      return all.map(({ ticketId }) => known.get(ticketId)?.error_code ?? null);
    },
    mend: async (all) => {
      cells.release(all);
      await service.ledger.wake(all.map(({ ticketId }) => ({ ticketId, at: clock.now() })));
    },
    play: (all) =>
      until(
        'all of it has come to an end',
        async () => {
          const known = await wakes(all);
          for (const cell of all)
            if (cell.doneAt === undefined && isDone(cell, known.get(cell.ticketId)))
              cell.doneAt = clock.now();
          const open = all.filter(({ doneAt }) => doneAt === undefined);
          passTime(
            sandbox,
            open.flatMap(({ ticketId }) => known.get(ticketId) ?? []),
          );
          return open.length === 0 ? true : undefined;
        },
        200_000,
      ).then(() => undefined),
    ...results,
  };
  return cells;
}
