import { z } from 'zod';
import type { ExpectedDeadline } from './expected.ts';
import type { House } from './house.ts';

/** A deadline as somebody has written it down. */
export type Dated = Pick<ExpectedDeadline, 'duty' | 'dueAt' | 'dueDate' | 'projected' | 'waived'>;

/** What the ledger has of a case, read without the product's own code. */
export interface Kept {
  readonly marks: readonly string[];
  readonly deadlines: readonly Dated[];
}

const caseRow = z.object({ marks: z.array(z.string()) });
const deadlineRow = z.object({
  duty: z.string(),
  due_at: z.date(),
  due_date: z.string(),
  projected: z.boolean(),
  waived: z.string().nullable(),
});

export async function keptOf({ sql }: House, homeTicketId: number): Promise<Kept | undefined> {
  const [row] = await sql('select marks from cases where ticket_id = $1', [homeTicketId]);
  if (!row) return undefined;
  const rows = await sql(
    'select duty, due_at, due_date::text, projected, waived from deadlines where ticket_id = $1',
    [homeTicketId],
  );
  const { marks } = caseRow.parse(row);
  const deadlines = z
    .array(deadlineRow)
    .parse(rows)
    .map((one) => ({
      duty: one.duty,
      dueAt: one.due_at.getTime(),
      dueDate: one.due_date,
      projected: one.projected,
      waived: one.waived !== null,
    }));
  return { marks, deadlines };
}
