import type { ColorScheme, HostEnvironment } from './host.ts';
import { contextSchema, metadataSchema, schemeSchema, userSchema, valueAt } from './parse.ts';

/** Settings that were filled in; the others are left out. */
function filled<Settings extends Record<string, string | undefined>>(settings: Settings) {
  const { company, service_url: serviceUrl, letterhead } = settings;
  return {
    ...(company ? { company } : {}),
    ...(serviceUrl ? { serviceUrl } : {}),
    ...(letterhead ? { letterhead } : {}),
  };
}

/** Reads what stays as it is while the page lives. @throws ZodError where Zendesk answers otherwise than it says */
export async function readEnvironment(client: ZafClient): Promise<HostEnvironment> {
  const [user, scheme, metadata, context] = await Promise.all([
    client.get('currentUser').then((answer) => userSchema.parse(valueAt(answer, 'currentUser'))),
    // Accounts without dark mode don't know this property.
    client.get('colorScheme').then(
      (answer) => schemeSchema.parse(valueAt(answer, 'colorScheme')),
      (): ColorScheme => 'light',
    ),
    client.metadata().then((answer) => metadataSchema.parse(answer)),
    client.context().then((answer) => contextSchema.parse(answer)),
  ]);
  return {
    locale: user.locale ?? 'en-GB',
    zone: user.timeZone?.ianaName ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    scheme,
    location: context.location,
    account: context.account.subdomain,
    version: metadata.version ?? '',
    ...filled({ ...metadata.settings }),
  };
}
