import { z } from 'zod/mini';
import type { Host } from './host.ts';

/** Zendesk's most for one call. */
const AT_ONCE = 100;

const usersSchema = z.object({ users: z.array(z.object({ id: z.number(), name: z.string() })) });

/** The names of people by their ids; who is gone from the account has none. @throws RestError, ZodError */
export async function namesOf(
  host: Pick<Host, 'request'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(ids)].filter((id) => id > 0).slice(0, AT_ONCE);
  if (wanted.length === 0) return new Map();
  const answer = await host.request({ path: `/api/v2/users/show_many.json?ids=${wanted.join(',')}` });
  return new Map(usersSchema.parse(answer).users.map(({ id, name }) => [id, name]));
}
