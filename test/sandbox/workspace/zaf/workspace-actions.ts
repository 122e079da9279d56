import { z } from 'zod';
import type { App } from '../api/control.ts';
import { newGuid } from '../state/modals.ts';
import type { Notice, Workspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import type { WorkspaceActions } from './common-part.ts';
import type { InstanceContext } from './instance.ts';

const noticeKinds: Record<string, Notice['kind']> = { notice: 'success', alert: 'warning', error: 'error' };
const durationShape = z.union([z.number(), z.object({ sticky: z.literal(true) }).transform(() => undefined)]);

interface Frame {
  app: App;
  model: TicketModel | undefined;
  context: InstanceContext;
}

/** What the workspace does for an app's frame. */
export function workspaceActions(workspace: Workspace, { app, model, context }: Frame): WorkspaceActions {
  return {
    directory: workspace.directory.store,
    colorScheme: workspace.colorScheme.scheme,
    subdomain: workspace.subdomain,
    instances: () => workspace.zaf.instances().flatMap((it) => (it.app.id === app.id ? [it.context] : [])),
    notify(message, kind, duration) {
      const shownFor = durationShape.catch(5000).parse(duration);
      workspace.notify({ text: plain(message), kind: noticeKinds[kind] ?? 'info', duration: shownFor });
    },
    routeTo: (args) => routeTo(workspace, args),
    openModal({ url, width = '600px', height = '400px' }) {
      const guid = newGuid();
      const served = url.startsWith('assets/') ? `/__sandbox/apps/${app.id}/${url}` : url;
      workspace.modals.open({ guid, app, url: served, width, height, model });
      return { ...context, instanceGuid: guid, location: 'modal' };
    },
  };
}

/** Zendesk allows markup in notices; here only its text is shown. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

function routeTo({ navigation, apps }: Workspace, [location, parameter]: readonly unknown[]): void {
  if (location === 'ticket')
    navigation.go({ page: 'ticket', ticket: z.coerce.number().int().positive().parse(parameter) });
  else if (location === 'views') navigation.go({ page: 'view', view: 'open' });
  else if (location === 'nav_bar') {
    const app = apps.find((it) => it.name === parameter || String(it.id) === String(parameter));
    if (app === undefined) throw new Error(`No app "${String(parameter)}" in the navigation bar`);
    navigation.go({ page: 'app', app: app.id });
  } else throw new Error(`routeTo knows ticket, views and nav_bar, not "${String(location)}"`);
}
