import { z } from 'zod';
import type { App } from '../api/control.ts';
import type { Place } from '../state/navigation.ts';

const idShape = z.coerce.number({ error: 'routeTo needs an id here.' }).int().positive();

/**
 * Where `routeTo` leads: `ticket` with an id or `new`, `nav_bar` with an app (and a route within it), `views` with a
 * view, `search` with words, `user` and `organization` with an id.
 * @throws Error for anything else
 */
export function placeFor(args: readonly unknown[], apps: readonly App[]): Place {
  const [location, parameter, path] = args;
  switch (location) {
    case 'ticket':
      return parameter === 'new'
        ? { page: 'new', number: 1 }
        : { page: 'ticket', ticket: idShape.parse(parameter) };
    case 'views':
    case 'dashboard':
      return { page: 'view', view: z.coerce.number().int().positive().catch(0).parse(parameter) || 'open' };
    case 'search':
      return { page: 'search', query: String(parameter ?? '') };
    // There are no pages of people and organisations: their tickets are what can be shown.
    case 'user':
      return { page: 'search', query: `requester:${idShape.parse(parameter)}` };
    case 'organization':
      return { page: 'search', query: `organization:${idShape.parse(parameter)}` };
    case 'nav_bar':
      return navBarPlace(parameter, path, apps);
    default:
      throw new Error(
        `routeTo knows ticket, user, organization, views, search, dashboard and nav_bar, not "${String(location)}"`,
      );
  }
}

/** A name as addresses have it: capitals, blanks and underscores become dashes. */
function dashed(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
}

function navBarPlace(parameter: unknown, path: unknown, apps: readonly App[]): Place {
  const app = apps.find(
    (it) => it.name === parameter || dashed(it.name) === parameter || String(it.id) === String(parameter),
  );
  if (!app?.locations.support?.nav_bar)
    throw new Error(`No app "${String(parameter)}" in the navigation bar`);
  return { page: 'app', app: app.id, ...(typeof path === 'string' && path !== '' ? { path } : {}) };
}
