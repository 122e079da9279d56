import type { AccountSnapshot } from '../account/snapshot.ts';
import { APP_NAME, appSettings } from '../definition/app.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Compared, compared, difference } from './entry.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The address must be ours; the company's name and letterhead are the administrators' once they are filled in. */
function differencesOf(found: Readonly<Record<string, unknown>>, settings: ProvisionSettings): Difference[] {
  const wanted = appSettings(settings.company, settings.publicUrl);
  const forced = settings.force?.includes('app:settings') === true;
  const own = (name: 'company' | 'letterhead'): Difference[] =>
    forced || shown(found[name]) === '' ? difference(name, shown(found[name]) || null, wanted[name]) : [];
  return [
    ...difference('service_url', shown(found.service_url) || null, wanted.service_url),
    ...own('company'),
    ...own('letterhead'),
    ...(forced && settings.appSecret !== undefined
      ? [{ what: 'shared_secret', from: '(not shown)', to: '(APP_SHARED_SECRET)' }]
      : []),
  ];
}

/** Said where the administrators' own words differ from the policy's. */
function kept(
  name: 'company' | 'letterhead',
  found: Readonly<Record<string, unknown>>,
  settings: ProvisionSettings,
): string[] {
  const wanted = appSettings(settings.company, settings.publicUrl)[name];
  if (shown(found[name]) === '' || shown(found[name]) === wanted) return [];
  return [`its ${name} differs from the policy's and is kept; --force app:settings puts the policy's there`];
}

const SECRET_UNSEEN =
  'Zendesk does not show the shared secret, so it goes along whenever another setting is written; --force app:settings writes it by itself';

/** The settings of our app's installation, where it is installed. The secret goes along with any other change. */
export function compareApp({ app }: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  if (!app) return [];
  const differences = differencesOf(app.settings, settings);
  const secret = settings.appSecret === undefined ? {} : { shared_secret: settings.appSecret };
  const changed = Object.fromEntries(differences.map(({ what, to }) => [what, to]));
  const write: Write = {
    ...{ method: 'put', path: `apps/installations/${app.id}`, envelope: 'settings' },
    body: { settings: { ...changed, ...secret } },
  };
  return [
    compared({
      ref: `app:${app.id}`,
      title: APP_NAME,
      found: { id: app.id, title: APP_NAME },
      differences,
      notes: [
        ...(['company', 'letterhead'] as const).flatMap((name) => kept(name, app.settings, settings)),
        ...(app.enabled ? [] : ['is installed and switched off']),
        ...(differences.length > 0 && settings.appSecret === undefined
          ? ['APP_SHARED_SECRET is not set: the app can’t ask the service until it is, there and here']
          : []),
        ...(differences.length > 0 && settings.appSecret !== undefined ? [SECRET_UNSEEN] : []),
      ],
      writes: () => [write],
    }),
  ];
}
