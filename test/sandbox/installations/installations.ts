import type { Stamp } from '../account/stamp.ts';
import type { InstalledApp } from '../control/app-packages.ts';
import { isObject, type JsonObject, listOf } from '../json.ts';

/** An app as an administrator has it: installed under some settings, switched on or off. */
export interface Installed {
  id: number;
  app: InstalledApp;
  enabled: boolean;
  created_at: Stamp;
  updated_at: Stamp;
}

/** The account's apps and their installations. The workspace hosts those that are switched on. */
export interface Installations {
  /** Every app the account owns, installed or not. */
  owned(): InstalledApp[];
  all(): Installed[];
  byId(id: number): Installed | undefined;
  /** Installs an app that the account owns; nothing for one that is installed already. */
  install(app: InstalledApp, settings: JsonObject): Installed | undefined;
  /** Changes settings and whether it is on. Settings that are not named stay as they are. */
  change(installed: Installed, change: { settings?: JsonObject; enabled?: boolean | undefined }): Installed;
  remove(installed: Installed): void;
}

/**
 * @param hosted the apps that the workspace hosts; apps are taken out of it and put back as they are switched
 * @param ids gives the numbers of installations that are made later
 */
export function createInstallations(
  hosted: InstalledApp[],
  { stamp, nextId }: { stamp: () => Stamp; nextId: () => number },
): Installations {
  const apps = [...hosted];
  const known = new Map<number, Installed>();
  const put = (app: InstalledApp, id: number): Installed => {
    const now = stamp();
    const installed = { id, app, enabled: true, created_at: now, updated_at: now };
    known.set(id, installed);
    return installed;
  };
  for (const app of apps) put(app, app.installationId);
  const host = () => {
    const running = new Set([...known.values()].filter(({ enabled }) => enabled).map(({ app }) => app));
    hosted.splice(0, hosted.length, ...apps.filter((app) => running.has(app)));
  };
  return {
    owned: () => [...apps],
    all: () => [...known.values()],
    byId: (id) => known.get(id),
    install(app, settings) {
      if ([...known.values()].some((one) => one.app === app)) return undefined;
      const installed = put(app, nextId());
      app.installationId = installed.id;
      applySettings(app, settings);
      host();
      return installed;
    },
    change(installed, { settings, enabled }) {
      applySettings(installed.app, settings ?? {});
      const changed = { ...installed, enabled: enabled ?? installed.enabled, updated_at: stamp() };
      known.set(changed.id, changed);
      host();
      return changed;
    },
    remove(installed) {
      known.delete(installed.id);
      host();
    },
  };
}

/** The parameters of an app's manifest. */
export function parametersOf(app: InstalledApp): JsonObject[] {
  return listOf(app.manifest.parameters).filter(isObject);
}

/** The host reads the app's settings as they are: they change in place, the open ones without what is secure. */
function applySettings(app: InstalledApp, settings: JsonObject): void {
  Object.assign(app.allSettings, settings);
  const secure = new Set(
    parametersOf(app)
      .filter(({ secure }) => secure === true)
      .map(({ name }) => name),
  );
  const open = Object.entries(settings).filter(([name]) => !secure.has(name));
  Object.assign(app.settings, Object.fromEntries(open));
}
