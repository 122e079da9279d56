import { APP_NAME } from '../../definition/app.ts';
import { notCheckable, ok, problem, warning } from '../findings.ts';
import type { Installation, OwnedApp } from '../living.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

const INSTALL = `${SCREENS.apps}: Upload private app, choose dist/complaint-clock-<version>.zip (npm run package), and enter the settings.`;
const settingsAt = (what: string): string =>
  `${APPLY} Or ${SCREENS.apps}: open "${APP_NAME}", Settings, ${what}`;

const bare = (url: unknown): string =>
  String(url ?? '')
    .trim()
    .replace(/\/+$/u, '');

function settingsFindings({ settings, settings_objects }: Installation, publicUrl: string): Finding[] {
  const given = settings ?? {};
  const found: Finding[] = [];
  if (bare(given.service_url) === '')
    found.push(
      problem(
        'the app has no address of the service: it shows dates, and no history and no previews',
        settingsAt(`Address of the service: ${publicUrl}`),
      ),
    );
  else if (bare(given.service_url) !== bare(publicUrl))
    found.push(
      problem(
        `the app asks ${bare(given.service_url)}, and the service is at ${publicUrl}`,
        settingsAt(`Address of the service: ${publicUrl}`),
      ),
    );
  if (bare(given.company) === '')
    found.push(
      warning('the app has no name of the company: the sidebar leaves it out', settingsAt('Company name.')),
    );
  if (bare(given.letterhead) === '')
    found.push(
      warning(
        'the app has no letterhead: letters by post are printed without one',
        settingsAt('Letterhead.'),
      ),
    );
  const named = (settings_objects ?? []).some(({ name }) => name === 'shared_secret');
  found.push(
    named
      ? notCheckable(
          'the shared secret is set; whether it is that of the service no API tells',
          'Open a complaint: the sidebar says so where the service refuses it.',
        )
      : notCheckable(
          'whether the shared secret is set: the account does not tell of it',
          settingsAt('Shared secret: the text of APP_SHARED_SECRET.'),
        ),
  );
  return found;
}

/** App and service understand each other where these agree; the last number is for mends. */
const majorAndMinor = (version: string): string => version.split('.').slice(0, 2).join('.');

function versionFindings({ version }: OwnedApp, wanted: string): Finding[] {
  if (!version) return [notCheckable("the app's version: the account does not tell")];
  if (version === wanted) return [ok(`installed, version ${version}, which is that of the service`)];
  if (majorAndMinor(version) === majorAndMinor(wanted))
    return [ok(`installed, version ${version}, which goes with the service's ${wanted}`)];
  return [
    warning(
      `the app is of version ${version}, the service of ${wanted}`,
      `${SCREENS.apps}: open "${APP_NAME}", Update, and choose complaint-clock-${wanted}.zip (npm run package); or update the service.`,
    ),
  ];
}

/** The app is installed, on, of the service's version, and asks the service. */
export const app: Check = {
  id: 'app',
  title: 'The app',
  run: async ({ living, config, version }) => {
    const { owned, installations } = await living.apps();
    const ours = owned.filter(({ name }) => name === APP_NAME);
    const installed = installations.filter(({ app_id }) => ours.some(({ id }) => id === app_id));
    const [first] = installed;
    const uploaded = ours.find(({ id }) => id === first?.app_id);
    if (!first || !uploaded)
      return [problem(`the app "${APP_NAME}" is not installed: agents see no countdown`, INSTALL)];
    const ready = await living.ready();
    // Where the service can't be asked, this program is taken for it: both come from one package.
    const told = ready.kind === 'told' ? ready.told.version : undefined;
    return [
      ...(first.enabled === false
        ? [
            problem(
              'the app is installed and switched off',
              `${SCREENS.apps}: open "${APP_NAME}" and enable it.`,
            ),
          ]
        : []),
      ...versionFindings(uploaded, told ?? version),
      ...settingsFindings(first, config.publicUrl),
      ...(config.appSecrets.length === 0
        ? [
            warning(
              'APP_SHARED_SECRET is not set: the service refuses the app, which shows dates, and no history and no previews',
              'Set APP_SHARED_SECRET to the shared secret of the app (openssl rand -base64 32 makes one), and restart the service.',
            ),
          ]
        : []),
      ...(installed.length > 1
        ? [
            warning(
              `the app is installed ${installed.length} times`,
              `${SCREENS.apps}: uninstall all but one.`,
            ),
          ]
        : []),
    ];
  },
};
