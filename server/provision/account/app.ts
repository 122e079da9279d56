import { z } from 'zod';
import type { ZendeskRest } from '../../zendesk/port.ts';
import { APP_NAME } from '../definition/app.ts';
import { parseReply } from './parse.ts';

/** Our app as it is installed. Secure settings are never shown. */
export interface InstalledApp {
  readonly id: number;
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

const owned = z.object({ apps: z.array(z.looseObject({ id: z.number(), name: z.string().nullish() })) });
const installations = z.object({
  installations: z.array(
    z.looseObject({
      id: z.number(),
      app_id: z.number(),
      enabled: z.boolean().nullish(),
      settings: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});

/** Undefined where it is not installed; of several installations the first. */
export async function readApp(rest: ZendeskRest): Promise<InstalledApp | undefined> {
  const [{ apps }, { installations: all }] = await Promise.all([
    rest.get('apps/owned').then((reply) => parseReply(owned, reply, 'apps/owned')),
    rest.get('apps/installations').then((reply) => parseReply(installations, reply, 'apps/installations')),
  ]);
  const ours = apps.filter(({ name }) => name === APP_NAME).map(({ id }) => id);
  const found = all.find(({ app_id }) => ours.includes(app_id));
  return found && { id: found.id, enabled: found.enabled ?? true, settings: found.settings ?? {} };
}
