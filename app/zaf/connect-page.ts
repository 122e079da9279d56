// From npm, not from Zendesk's servers: this page comes from our own service, whose policy allows its own scripts only.
import ZafClientModule from 'zendesk_app_framework_sdk';
import { readEnvironment } from './environment.ts';
import type { Me } from './host.ts';
import type { PageHost } from './page-host.ts';
import { routeSchema, schemeSchema, userSchema, valueAt } from './parse.ts';
import { requestRest } from './requests.ts';

async function readMe(client: ZafClient): Promise<Me> {
  const { id, name, role } = userSchema.parse(valueAt(await client.get('currentUser'), 'currentUser'));
  return { id, name: name ?? '', role: String(role ?? '') };
}

/** Listens from the start: a page that was opened by a route may be told of it before anybody asks. */
function listenToRoutes(client: ZafClient): PageHost['onRoute'] {
  let untold: string | undefined;
  let listener: ((route: string) => void) | undefined;
  client.on('app.route.changed', (data) => {
    const route = routeSchema.safeParse(data).data;
    if (listener && route !== undefined) listener(route);
    else untold = route;
  });
  return (next) => {
    listener = next;
    if (untold !== undefined) next(untold);
    untold = undefined;
    return () => {
      if (listener === next) listener = undefined;
    };
  };
}

/** Speaks with Zendesk from a page that Zendesk has opened in a frame. @throws Error outside Zendesk. */
export function connectPage(): PageHost {
  const client = ZafClientModule.init();
  if (!client) throw new Error('Open this page inside Zendesk: the apps framework did not answer.');
  return {
    environment: () => readEnvironment(client),
    onScheme(listener) {
      const handler = (data: unknown): void => listener(schemeSchema.parse(data));
      client.on('colorScheme.changed', handler);
      return () => client.off('colorScheme.changed', handler);
    },
    onActivated(listener) {
      const handler = (): void => listener();
      client.on('app.activated', handler);
      return () => client.off('app.activated', handler);
    },
    me: () => readMe(client),
    request: (call) => requestRest(client, call),
    openTicket: (id) => void client.invoke('routeTo', 'ticket', id),
    onRoute: listenToRoutes(client),
  };
}
