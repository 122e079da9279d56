import { z } from 'zod';
import { isZendeskError } from '../../zendesk/errors.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import { parseReply } from '../account/parse.ts';
import { type AccountSnapshot, readAccount } from '../account/snapshot.ts';
import { type ReadyAnswer, readReady } from './ready.ts';

const flag = z.boolean().nullish();

const settingsReply = z.object({
  settings: z.object({
    active_features: z.object({ ticket_tagging: flag }).nullish(),
    tickets: z.object({ tagging: flag }).nullish(),
  }),
});

const rolesReply = z.object({
  custom_roles: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      team_member_count: z.number().nullish(),
      configuration: z.object({ ticket_tag_editing: flag, light_agent: flag }).nullish(),
    }),
  ),
});

const ownedReply = z.object({
  apps: z.array(z.object({ id: z.number(), name: z.string().nullish(), version: z.string().nullish() })),
});

const installationsReply = z.object({
  installations: z.array(
    z.object({
      id: z.number(),
      app_id: z.number(),
      enabled: z.boolean().nullish(),
      settings: z.record(z.string(), z.unknown()).nullish(),
      settings_objects: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
    }),
  ),
});

export type AccountSettings = z.infer<typeof settingsReply>['settings'];
export type CustomRole = z.infer<typeof rolesReply>['custom_roles'][number];
export type OwnedApp = z.infer<typeof ownedReply>['apps'][number];
export type Installation = z.infer<typeof installationsReply>['installations'][number];

/** The installation as it is, each part read once and when first asked for. */
export interface Living {
  readonly objects: () => Promise<AccountSnapshot>;
  readonly settings: () => Promise<AccountSettings>;
  /** Undefined where the plan has no roles of its own making. */
  readonly roles: () => Promise<readonly CustomRole[] | undefined>;
  readonly apps: () => Promise<{
    readonly owned: readonly OwnedApp[];
    readonly installations: readonly Installation[];
  }>;
  /** What the service says of itself; never rejects. */
  readonly ready: () => Promise<ReadyAnswer>;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

async function rolesOf(rest: ZendeskRest): Promise<readonly CustomRole[] | undefined> {
  try {
    return parseReply(rolesReply, await rest.get('custom_roles'), 'custom_roles').custom_roles;
  } catch (error) {
    if (isZendeskError(error, 'not_found', 'forbidden')) return undefined;
    throw error;
  }
}

async function appsOf(rest: ZendeskRest) {
  const { apps: owned } = parseReply(ownedReply, await rest.get('apps/owned'), 'apps');
  const reply = await rest.get('apps/installations');
  return { owned, installations: parseReply(installationsReply, reply, 'app installations').installations };
}

/** @param publicUrl where Zendesk reaches the service */
export function createLiving(rest: ZendeskRest, publicUrl: string): Living {
  return {
    objects: once(() => readAccount(rest)),
    settings: once(async () => {
      const reply = await rest.get('account/settings');
      return parseReply(settingsReply, reply, 'account settings').settings;
    }),
    roles: once(() => rolesOf(rest)),
    apps: once(() => appsOf(rest)),
    ready: once(() => readReady(publicUrl)),
  };
}
