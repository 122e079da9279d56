import { z } from 'zod';
import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

/** From Zendesk's page on app installations; the description lacks them. Their settings are the app's own. */
const Stamp = z.iso.datetime({ offset: true });
const Installation = z.strictObject({
  id: z.int(),
  app_id: z.int(),
  product: z.literal('support'),
  settings: z.looseObject({ name: z.string(), title: z.string() }),
  settings_objects: z.array(z.strictObject({ name: z.string(), value: z.unknown() })),
  enabled: z.boolean(),
  collapsible: z.boolean(),
  paid: z.boolean().nullable(),
  has_unpaid_subscription: z.boolean().nullable(),
  plan_information: z.looseObject({ name: z.string().nullable() }),
  role_restrictions: z.array(z.int()).nullable(),
  group_restrictions: z.array(z.int()).nullable(),
  created_at: Stamp,
  updated_at: Stamp,
});
const App = z.looseObject({
  id: z.int(),
  name: z.string(),
  version: z.string(),
  framework_version: z.string(),
});

export const apps: Area = async (walk) => {
  const owned = await walk.step('GET /apps/owned', { shape: z.strictObject({ apps: z.array(App).min(1) }) });
  const app = numberAt(owned, 'apps.0.id');
  await walk.step('GET /apps/:id', { at: { id: app }, shape: App });
  const list = await walk.step('GET /apps/installations', {
    shape: z.strictObject({ installations: z.array(Installation).length(1) }),
  });
  const at = { id: numberAt(list, 'installations.0.id') };
  await walk.step('GET /apps/installations/:id', { at, shape: Installation });
  await walk.step('GET /apps/installations/:id/requirements', {
    at,
    shape: z.strictObject({ requirements: z.array(z.looseObject({ requirement_id: z.int() })) }),
  });
  await walk.step('PUT /apps/installations/:id', {
    at,
    body: { settings: { greeting: 'Good day' } },
    shape: Installation,
  });
  await walk.step('DELETE /apps/installations/:id', { at });
  await walk.step('POST /apps/installations', {
    body: { app_id: app, settings: { name: 'Probe', greeting: 'Hello' } },
    status: 201,
    shape: Installation,
  });
};
