import { z } from 'zod/mini';
import type { Host } from '../../zaf/host.ts';

/** What keeps an agent's replies from counting: no public replies, or no tags, by the role or in the whole account. */
export type Lacking = 'public_replies' | 'tags' | 'account_tags';

/** Whether the agent may add no tags, for whichever of the two reasons. */
export const lacksTags = (lacking: Lacking | undefined): boolean =>
  lacking === 'tags' || lacking === 'account_tags';

const meSchema = z.object({
  user: z.object({ only_private_comments: z.nullish(z.boolean()), custom_role_id: z.nullish(z.number()) }),
});
const settingsSchema = z.object({
  settings: z.object({ tickets: z.nullish(z.object({ tagging: z.nullish(z.boolean()) })) }),
});
const roleSchema = z.object({
  custom_role: z.object({
    configuration: z.nullish(z.object({ ticket_tag_editing: z.nullish(z.boolean()) })),
  }),
});

/** Some roles may not read settings or roles: what can't be read is taken to be allowed, as it mostly is. */
async function ask<T>(host: Host, path: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  try {
    return schema.parse(await host.request({ path }));
  } catch {
    return undefined;
  }
}

async function lackingTags(host: Host, roleId: number | null | undefined): Promise<Lacking | undefined> {
  const [settings, role] = await Promise.all([
    ask(host, '/api/v2/account/settings.json', settingsSchema),
    roleId ? ask(host, `/api/v2/custom_roles/${roleId}.json`, roleSchema) : undefined,
  ]);
  if (settings?.settings.tickets?.tagging === false) return 'account_tags';
  return role?.custom_role.configuration?.ticket_tag_editing === false ? 'tags' : undefined;
}

/** What the agent can't do that a reply needs to count; undefined where nothing is known to be missing. */
export async function readLacking(host: Host): Promise<Lacking | undefined> {
  const me = await ask(host, '/api/v2/users/me.json', meSchema);
  if (me?.user.only_private_comments === true) return 'public_replies';
  return await lackingTags(host, me?.user.custom_role_id);
}
