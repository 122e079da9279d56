import { inBackground } from '../zendesk/background.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { exportPageOf, type FoundPage, isExpiredCursor, isTooMuch, PAGE, type WantedPage } from './export.ts';

/**
 * Pages of the size that Zendesk can make. The first one again where a cursor has expired, once in a pass, since a
 * cursor lasts an hour; and in small ones where a large one failed, for a cursor may mean its size too.
 */
export function createPages(rest: Pick<ZendeskRest, 'get'>, wanted: Pick<WantedPage, 'query' | 'size'>) {
  const { query } = wanted;
  let [size, restarted] = [wanted.size, false];
  const read = (cursor: string | undefined): Promise<FoundPage> =>
    inBackground(() => exportPageOf(rest, { query, cursor, size }));
  return {
    size: () => size,
    at: async (cursor: string | undefined): Promise<FoundPage> => {
      try {
        return await read(cursor);
      } catch (error) {
        const expired = !restarted && isExpiredCursor(error, cursor);
        const tooMuch = size > PAGE && isTooMuch(error);
        if (!expired && !tooMuch) throw error;
        if (expired) restarted = true;
        if (tooMuch) size = PAGE;
        return read(undefined);
      }
    },
  };
}
