import { metadataSchema } from './parse.ts';

/**
 * An app's name as Zendesk's addresses have it: "If the app name is camel case or contains spaces or underscores, the
 * name is converted into a string delimited by dashes" (Zendesk's page on the location nav_bar).
 */
export function addressName(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}

/** Opens the app's own page in the navigation bar at a route within it. Rejects where Zendesk refuses. */
export async function openPage(client: ZafClient, route: string): Promise<void> {
  const { name, settings } = metadataSchema.parse(await client.metadata());
  await client.invoke('routeTo', 'nav_bar', addressName(settings?.title ?? name ?? ''), route);
}
