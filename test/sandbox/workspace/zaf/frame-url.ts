interface FrameParameters {
  guid: string;
  colorScheme: string;
  locale: string;
}

/**
 * The address of an app's page with what the SDK reads from it. Pages that the sandbox serves come from this
 * machine's other name, so that an app's frame is of another origin than the workspace, as it is in Zendesk.
 */
export function appPageUrl(url: string, { guid, colorScheme, locale }: FrameParameters): URL {
  const page = new URL(url, appOrigin());
  page.searchParams.set('origin', location.origin);
  page.searchParams.set('app_guid', guid);
  page.searchParams.set('colorScheme', colorScheme);
  page.searchParams.set('locale', locale);
  return page;
}

function appOrigin(): string {
  const otherName: Record<string, string> = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' };
  const { protocol, hostname, port } = location;
  return `${protocol}//${otherName[hostname] ?? hostname}${port === '' ? '' : `:${port}`}`;
}
