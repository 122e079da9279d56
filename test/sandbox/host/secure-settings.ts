import type { InstalledApp } from './installed-apps.ts';
import { RefusedRequest } from './refused-request.ts';

/**
 * Puts settings in the place of `{{setting.name}}`. A secure one goes only where the manifest's `scopes` let it, or
 * anywhere if they name nothing. @throws RefusedRequest
 */
export function fillSettings(text: string, app: InstalledApp, scope: string): string {
  return text.replace(/\{\{\s*setting\.([\w-]+)\s*\}\}/g, (_match, name: string) => {
    const value = app.settings[name];
    if (value === undefined || value === '') throw new RefusedRequest(`The app has no setting "${name}".`);
    const scopes = app.scopes.get(name) ?? [];
    if (scopes.length > 0 && !scopes.includes(scope))
      throw new RefusedRequest(`The scopes of the setting "${name}" lack "${scope}".`);
    return String(value);
  });
}
