import type { AccountSnapshot } from './account/snapshot.ts';
import type { ProvisionSettings } from './plan-types.ts';

const NO_FORMS =
  'Zendesk’s plan has a single ticket form (several: Suite Growth or Support Enterprise upwards), so there is no form for complaints: customers complain by your ordinary form or by e-mail, agents record the complaint in the sidebar, and the fields for evidence are shown to agents only.';

const noTexts = (language: string): string =>
  `Zendesk’s plan has no dynamic content (Suite Growth or Support Professional upwards), so letters and titles are in one language (${language}; --language chooses another), each letter in its macro. Agents write to customers who speak another language in their own words, or keep a copy of the macro in it.`;

const NO_APP =
  'The app is not installed yet: npm run package, upload the zip in the Admin Center (Apps and integrations > Zendesk Support apps > Upload private app), and apply again, which fills in its settings.';

const NO_RATINGS =
  'Satisfaction ratings are off, or not in Zendesk’s plan (Professional upwards), so customers are not asked how their complaint was handled. To switch them on: Admin Center > People > Configuration > End users > Satisfaction (the older survey by "good" and "bad", which tickets show); then apply again. An account with Zendesk’s newer surveys can’t have both: leave complaints out of its automation with Tags | Contains none of the following | formal_complaint while they are open.';

/** What a person should know before anything is applied. */
export function adviceFor(account: AccountSnapshot, { language }: ProvisionSettings): string[] {
  return [
    ...(account.lacks.forms ? [NO_FORMS] : []),
    ...(account.lacks.texts ? [noTexts(language)] : []),
    ...(account.lacks.ratings ? [NO_RATINGS] : []),
    ...(account.app ? [] : [NO_APP]),
  ];
}
