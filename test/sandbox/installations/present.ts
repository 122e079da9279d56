import type { InstalledApp } from '../control/app-packages.ts';
import { objectOf } from '../json.ts';
import { type Installed, parametersOf } from './installations.ts';

/** An installation as the apps API prints it. Secure settings are never shown: they are named with no value. */
export function presentInstallation({ id, app, enabled, created_at, updated_at }: Installed) {
  const settings = { name: app.name, title: app.name, ...app.settings };
  const secure = parametersOf(app)
    .filter((parameter) => parameter.secure === true && String(parameter.name) in app.allSettings)
    .map(({ name }) => ({ name, value: null }));
  return {
    id,
    app_id: app.id,
    product: 'support',
    settings,
    settings_objects: [...Object.entries(settings).map(([name, value]) => ({ name, value })), ...secure],
    enabled,
    collapsible: true,
    paid: null,
    has_unpaid_subscription: null,
    plan_information: { name: null },
    role_restrictions: null,
    group_restrictions: [],
    created_at,
    updated_at,
  };
}

/** An app that the account owns. */
export function presentApp(app: InstalledApp) {
  const author = objectOf(app.manifest.author);
  return {
    id: app.id,
    name: app.name,
    author_name: author.name ?? null,
    author_email: author.email ?? null,
    author_url: author.url ?? null,
    default_locale: app.manifest.defaultLocale ?? 'en',
    framework_version: app.manifest.frameworkVersion ?? '2.0',
    version: app.version,
    single_install: app.manifest.singleInstall === true,
    products: Object.keys(app.locations),
    locations: app.locations,
    parameters: parametersOf(app),
    visibility: 'private',
    state: 'published',
    installable: true,
    deprecated: false,
    obsolete: false,
    paid: false,
  };
}
