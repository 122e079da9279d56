import { z } from 'zod';
import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import type { PageHost } from '../../zaf/page-host.ts';

/** As many tickets as the service takes at once. */
export const MOST_FOUND = 50;

const foundSchema = z.object({ results: z.array(z.object({ id: z.number() })), count: z.number() });

export interface Found {
  readonly tickets: readonly number[];
  /** Whether there were more than can be shown. */
  readonly isCut: boolean;
}

/** Ticket numbers as they were typed: "48044, #48087". */
export function typedTickets(text: string): readonly number[] | undefined {
  const words = text.trim().split(/[\s,;]+/);
  const ids = words.map((word) => /^#?(\d{1,15})$/.exec(word)?.[1]);
  return ids.every((id) => id !== undefined) ? ids.map(Number).slice(0, MOST_FOUND) : undefined;
}

/**
 * The tickets that a search means. The ledger holds no text and no names: words are looked for by Zendesk, among the
 * complaints that the reader may see. @throws RestError, ZodError
 */
export async function findTickets(host: PageHost, text: string): Promise<Found> {
  const typed = typedTickets(text);
  if (typed) return { tickets: typed, isCut: false };
  // A colon or a quote would be Zendesk's own grammar.
  const words = text.replace(/[":<>*]/g, ' ').trim();
  const query = encodeURIComponent(`type:ticket tags:${COMPLAINT_TAG} ${words}`);
  const answer = await host.request({ path: `/api/v2/search.json?query=${query}&per_page=${MOST_FOUND}` });
  const { results, count } = foundSchema.parse(answer);
  return { tickets: results.map(({ id }) => id), isCut: count > results.length };
}
