import { z } from 'zod/mini';
import type { Host } from './host.ts';

/** A team of the account to which tickets can go. */
export interface Group {
  readonly id: number;
  readonly name: string;
}

const groupsSchema = z.object({
  groups: z.array(z.object({ id: z.number(), name: z.string(), deleted: z.nullish(z.boolean()) })),
});

/** The teams that the agent may assign to, by name; the first hundred. @throws RestError, ZodError */
export async function fetchGroups(host: Host): Promise<Group[]> {
  const answer = await host.request({ path: '/api/v2/groups/assignable.json?page[size]=100' });
  return groupsSchema
    .parse(answer)
    .groups.filter(({ deleted }) => !deleted)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
