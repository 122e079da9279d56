import type { House } from './house.ts';

/** Mails from so many new customers; answers their tickets. */
export async function lettersOf({ letter }: House, count: number): Promise<number[]> {
  const ids: number[] = [];
  while (ids.length < count) ids.push(await letter());
  return ids;
}

/** Recorded as formal complaints by an agent, a hundred at a time, as from a list of tickets. */
export async function recordAll({ tom }: House, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 100) {
    const some = ids.slice(from, from + 100).join(',');
    await tom.call('PUT', `tickets/update_many?ids=${some}`, {
      ticket: { additional_tags: ['formal_complaint'] },
    });
  }
}

export async function record({ tom }: House, id: number): Promise<void> {
  const metadata = { complaint: { event: 'received' } };
  await tom.change(id, { add: ['formal_complaint'], metadata });
}

/** The tickets whose customers were mailed the acknowledgement. */
export function acknowledged({ sandbox }: House): Set<number> {
  const letters = sandbox
    .mails()
    .filter(({ body }) => body.includes('We have received your formal complaint'));
  return new Set(letters.map(({ ticketId }) => ticketId));
}
