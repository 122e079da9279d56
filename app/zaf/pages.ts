import { z } from 'zod/mini';
import type { Host } from './host.ts';

/** A hundred objects each; no list that the app reads whole is longer. */
const PAGES = 20;

const pageSchema = z.object({
  meta: z.nullish(z.object({ has_more: z.nullish(z.boolean()), after_cursor: z.nullish(z.string()) })),
});

/** The answers of a list that has cursors, page by page. `path` without a query. @throws RestError, ZodError */
export async function pagesOf(host: Pick<Host, 'request'>, path: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const after = cursor === undefined ? '' : `&page[after]=${encodeURIComponent(cursor)}`;
    const answer = await host.request({ path: `${path}?page[size]=100${after}` });
    answers.push(answer);
    const { meta } = pageSchema.parse(answer);
    cursor = meta?.after_cursor ?? undefined;
    if (!meta?.has_more || cursor === undefined) break;
  }
  return answers;
}
