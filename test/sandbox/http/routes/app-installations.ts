import type { InstalledApp } from '../../control/app-packages.ts';
import { type Detail, recordInvalid } from '../../fault.ts';
import { parametersOf } from '../../installations/installations.ts';
import { presentApp, presentInstallation } from '../../installations/present.ts';
import { flagOf, idOf, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'apps', role: 'admin' };

/**
 * `/apps/owned` and `/apps/installations`, for the apps that the sandbox hosts. Apps come with the command line or
 * the caller's options; uploading one (`/apps/uploads`, `/apps`, `/apps/job_statuses`) is not offered here.
 */
export function appInstallationRoutes(route: Route, deps: ApiDeps): void {
  const { installations } = deps;
  const installed = (call: Call) => found(installations.byId(call.id('id')));
  const owned = (id: number) => found(installations.owned().find((app) => app.id === id));
  route('get', '/apps/owned', RULE, () => ok({ apps: installations.owned().map(presentApp) }));
  route('get', '/apps/installations', RULE, () =>
    ok({ installations: installations.all().map(presentInstallation) }),
  );
  route('get', '/apps/installations/:id', RULE, (call) => ok(presentInstallation(installed(call))));
  route('get', '/apps/installations/:id/requirements', RULE, (call) =>
    ok({ requirements: Object.values(installed(call).app.requirements) }),
  );
  route('get', '/apps/:id', RULE, (call) => ok(presentApp(owned(call.id('id')))));
  route('post', '/apps/installations', RULE, (call) => {
    const app = owned(idOf(call.body.app_id) ?? 0);
    const settings = readSettings(app, call.body);
    requireSettings(app, { ...app.allSettings, ...settings });
    const made = installations.install(app, settings);
    if (!made) throw invalid('app_id', 'App: is installed already');
    return created(presentInstallation(made));
  });
  route('put', '/apps/installations/:id', RULE, (call) => {
    const known = installed(call);
    const settings = readSettings(known.app, call.body);
    requireSettings(known.app, { ...known.app.allSettings, ...settings });
    return ok(
      presentInstallation(installations.change(known, { settings, enabled: flagOf(call.body.enabled) })),
    );
  });
  route('delete', '/apps/installations/:id', RULE, (call) => {
    installations.remove(installed(call));
    return noContent();
  });
}

/** Settings come as an object, or as `settings_objects`; what the manifest does not know is left out. */
function readSettings(app: InstalledApp, body: JsonObject): JsonObject {
  const pairs = listOf(body.settings_objects)
    .filter(isObject)
    .map(({ name, value }): [string, unknown] => [textOf(name) ?? '', value]);
  const given = Object.entries({ ...objectOf(body.settings), ...Object.fromEntries(pairs) });
  const names = parametersOf(app).map(({ name }) => name);
  return Object.fromEntries(given.filter(([name, value]) => names.includes(name) && value !== undefined));
}

/** @throws Fault 422 naming each setting that is required and empty */
function requireSettings(app: InstalledApp, settings: JsonObject): void {
  const missing: Detail[] = parametersOf(app)
    .filter(
      ({ name, required }) =>
        required === true && [undefined, null, ''].includes(textless(settings[String(name)])),
    )
    .map(({ name }) => ({ description: `${String(name)}: cannot be blank`, error: 'BlankValue' }));
  if (missing.length > 0) throw recordInvalid({ settings: missing });
}

/** Only emptiness matters: any number or flag counts as something. */
function textless(value: unknown): string | null | undefined {
  return value === undefined || value === null ? value : String(value);
}

const invalid = (attribute: string, description: string) =>
  recordInvalid({ [attribute]: [{ description, error: 'InvalidValue' }] });
