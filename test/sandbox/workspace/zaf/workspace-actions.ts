import { z } from 'zod';
import type { App } from '../api/control.ts';
import { newGuid } from '../state/modals.ts';
import type { Notice, Workspace } from '../state/workspace.ts';
import type { WorkspaceActions } from './common-part.ts';
import type { InstanceContext } from './instance.ts';
import { placeFor } from './route-to.ts';
import type { AppTicket } from './ticket-port.ts';

const noticeKinds: Record<string, Notice['kind']> = { notice: 'success', alert: 'warning', error: 'error' };
const durationShape = z.union([z.number(), z.object({ sticky: z.literal(true) }).transform(() => undefined)]);

interface Frame {
  app: App;
  ticket: AppTicket | undefined;
  context: InstanceContext;
}

/** What the workspace does for an app's frame. */
export function workspaceActions(workspace: Workspace, { app, ticket, context }: Frame): WorkspaceActions {
  return {
    people: workspace.people,
    colorScheme: workspace.colorScheme.scheme.get,
    account: workspace.account,
    requirements: app.requirements,
    instances: () => workspace.zaf.instances().flatMap((it) => (it.app.id === app.id ? [it.context] : [])),
    notify(message, kind, duration) {
      const shownFor = durationShape.catch(5000).parse(duration);
      workspace.notify({ text: plain(message), kind: noticeKinds[kind] ?? 'info', duration: shownFor });
    },
    routeTo: (args) => workspace.navigation.go(placeFor(args, workspace.apps)),
    openModal({ url, width = '600px', height = '400px' }) {
      const guid = newGuid();
      const served = url.startsWith('assets/') ? `/__sandbox/apps/${app.id}/${url}` : url;
      workspace.modals.open({ guid, app, url: served, width, height, ticket });
      return { ...context, instanceGuid: guid, location: 'modal' };
    },
  };
}

/** Zendesk allows markup in notices; here only its text is shown. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
