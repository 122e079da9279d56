import { z } from 'zod';
import { ZendeskError } from './errors.ts';
import { id } from './parse-ticket.ts';
import type { ZendeskRest } from './port.ts';

/** An app as it is installed in the account. Secure settings are never shown. */
export interface Installation {
  readonly id: number;
  readonly appId: number;
  readonly enabled: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

const ownedReply = z.object({ apps: z.array(z.object({ id })) });
const installationsReply = z.object({
  installations: z.array(
    z.object({
      id,
      app_id: id,
      enabled: z.boolean().nullish(),
      settings: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});

function parsed<T>(what: string, schema: z.ZodType<T>, reply: unknown): T {
  const read = schema.safeParse(reply);
  if (read.success) return read.data;
  throw new ZendeskError(`Zendesk's ${what} can't be read`, { code: 'malformed', effect: 'none' });
}

/** The installations of the account's own (private) apps; apps of the marketplace are left out. Rejects with a ZendeskError. */
export async function ownInstallations(rest: Pick<ZendeskRest, 'get'>): Promise<Installation[]> {
  const [owned, installed] = await Promise.all([rest.get('apps/owned'), rest.get('apps/installations')]);
  const own = new Set(parsed('owned apps', ownedReply, owned).apps.map((app) => app.id));
  return parsed('app installations', installationsReply, installed)
    .installations.filter(({ app_id: appId }) => own.has(appId))
    .map(({ id: installationId, app_id: appId, enabled, settings }) => ({
      id: installationId,
      appId,
      enabled: enabled ?? true,
      settings: settings ?? {},
    }));
}
