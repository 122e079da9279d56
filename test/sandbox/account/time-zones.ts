/** Zendesk names time zones as Rails does; these are the ones with another name than the city of the IANA one. */
const RAILS_NAMES: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern Time (US & Canada)',
  'America/Chicago': 'Central Time (US & Canada)',
  'America/Denver': 'Mountain Time (US & Canada)',
  'America/Los_Angeles': 'Pacific Time (US & Canada)',
  'Etc/UTC': 'UTC',
  'Pacific/Auckland': 'Auckland',
};

/** The Rails name of an IANA zone: `Europe/London` is `London`. */
export function railsZone(iana: string): string {
  return RAILS_NAMES[iana] ?? (iana.split('/').at(-1) ?? iana).replaceAll('_', ' ');
}
