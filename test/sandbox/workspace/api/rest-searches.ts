import { z } from 'zod';
import { ticketShape, userShape } from './shapes.ts';

const ticketsFound = z.object({ results: z.array(ticketShape), count: z.number() });

/** The calls that look for something. */
export function createSearches(get: (path: string) => Promise<unknown>) {
  return {
    /** A hundred of the tickets that Zendesk's search finds for a query in its own language. */
    findTickets: async (query: string, page = 1) => {
      const text = encodeURIComponent(`type:ticket ${query}`);
      return ticketsFound.parse(await get(`search.json?per_page=100&page=${page}&query=${text}`));
    },
    /** People whose name or address begins so. */
    findUsers: async (text: string) =>
      z
        .object({ users: z.array(userShape) })
        .parse(await get(`users/search.json?per_page=20&query=${encodeURIComponent(text)}`)).users,
  };
}
