import { z } from 'zod';
import { wallAt } from '../domain/oracle.ts';
import type { TicketNow } from '../server/reconcile/support/person.ts';
import { ZONE } from './england.ts';
import { type ExpectedDeadline, expectedDeadlines, expectedFields, type Happened } from './expected.ts';
import type { House } from './house.ts';
import type { Dated } from './kept.ts';

/** For people: an instant in UTC and on the clocks in England. */
export const when = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19)}Z (${wallAt(at, ZONE)} there)`;

/** Nobody's clock shows the same second twice; the update and its stamp may lie in two. */
const STAMP_MS = 2_000;

/** What differs from the oracle, in words. */
export function compared(
  where: string,
  found: readonly Dated[],
  expected: readonly ExpectedDeadline[],
): string[] {
  const wrong = expected.flatMap((one) => {
    const same = found.find(({ duty }) => duty === one.duty);
    if (!same) return [`${where}: ${one.duty} is missing, due ${when(one.dueAt)}`];
    const lines: string[] = [];
    if (Math.abs(same.dueAt - one.dueAt) > STAMP_MS || same.dueDate !== one.dueDate)
      lines.push(
        `${where}: ${one.duty} is due ${when(same.dueAt)} ${same.dueDate}, and should be ${when(one.dueAt)} ${one.dueDate}`,
      );
    if (same.projected !== one.projected) lines.push(`${where}: ${one.duty} is projected: ${same.projected}`);
    if (same.waived !== one.waived) lines.push(`${where}: ${one.duty} is waived: ${same.waived}`);
    return lines;
  });
  const strange = found.filter(({ duty }) => !expected.some((one) => one.duty === duty));
  return [...wrong, ...strange.map(({ duty }) => `${where}: ${duty} is not owed`)];
}

const recordText = z.object({
  deadlines: z.array(
    z.object({
      duty: z.string(),
      dueAt: z.string(),
      dueDate: z.string(),
      projected: z.boolean().default(false),
      waived: z.string().optional(),
    }),
  ),
});

/** The clock record as the text says, read without the product's own decoder. */
function recordOn(text: unknown): Dated[] | undefined {
  if (typeof text !== 'string') return undefined;
  return recordText.parse(JSON.parse(text)).deadlines.map((one) => ({
    ...one,
    dueAt: Date.parse(one.dueAt),
    waived: one.waived !== undefined,
  }));
}

/** What is wrong with the ticket's fields and its clock record. */
export function onTicket({ account }: House, ticket: TicketNow, happened: Happened): string[] {
  const value = (id: number) => ticket.custom_fields.find((one) => one.id === id)?.value;
  const wrong = Object.entries(expectedFields(happened)).flatMap(([key, expected]) => {
    const field = Object.entries(account.fields).find(([name]) => name === key)?.[1] ?? 0;
    const found = value(field) ?? null;
    return found === expected
      ? []
      : [`ticket ${ticket.id}: field ${key} is ${String(found)}, and should be ${expected}`];
  });
  const record = recordOn(value(account.fields.record));
  const inRecord = record
    ? compared(`clock record of ${ticket.id}`, record, expectedDeadlines(happened))
    : [`ticket ${ticket.id} has no clock record`];
  return [...wrong, ...inRecord];
}

/** An hour's grace: the tag is set by the look that the moment brings. */
const GRACE_MS = 3_600_000;

/** Whether the ticket says overdue when it is, and only then. */
export function overdueTag(house: House, ticket: TicketNow, happened: Happened): string[] {
  if (ticket.status === 'closed') return [];
  const now = house.sandbox.clock.now();
  const open = expectedDeadlines(happened).filter(({ projected, over }) => !projected && !over);
  const tagged = ticket.tags.includes('complaint_overdue');
  const overdue = open.find(({ dueAt }) => dueAt < now - GRACE_MS);
  if (overdue && !tagged)
    return [`ticket ${ticket.id}: ${overdue.duty} is overdue, and the ticket does not say so`];
  if (tagged && open.every(({ dueAt }) => dueAt > now + GRACE_MS))
    return [`ticket ${ticket.id} says overdue, and nothing is`];
  return [];
}
