import { answerCall } from './calls.ts';
import type { AppRequest, ZafHost } from './host.ts';
import {
  forget,
  isSibling,
  post,
  postEvent,
  type Registration,
  subscribe,
  unsubscribe,
  wants,
} from './instance.ts';
import type { AppMessage } from './messages.ts';

interface HandlerParts {
  registrations: Map<string, Registration>;
  host: ZafHost;
  request: AppRequest;
}

/** Does what an app's message asks, and answers. */
export function createMessageHandler({ registrations, host, request }: HandlerParts) {
  /** The instance that a message is about: an app reaches its own instances only. */
  const targetOf = (sender: Registration, guid: string | undefined): Registration | undefined => {
    const target = registrations.get(guid ?? sender.instance.guid);
    return target?.instance.app.id === sender.instance.app.id ? target : undefined;
  };
  /** Whether the guid is another app's. One that is not known yet may be a modal that is about to open. */
  const isForeign = (sender: Registration, guid: string | undefined): boolean =>
    guid !== undefined && registrations.has(guid) && targetOf(sender, guid) === undefined;
  return async (sender: Registration, message: AppMessage): Promise<void> => {
    switch (message.kind) {
      case 'handshake':
        welcome(sender);
        return host.emit(isSibling(sender.instance), 'instance.registered', sender.instance.context);
      case 'get':
      case 'set':
      case 'invoke': {
        const target = targetOf(sender, message.instance);
        if (target === undefined) return refuse(sender, message.id, `No instance ${message.instance}`);
        return post(sender, { id: message.id, result: await answerCall(target.instance.surface, message) });
      }
      case 'unreadable':
        return refuse(sender, message.id, message.reason);
      case 'on':
        if (isForeign(sender, message.instance)) return;
        subscribe(sender, message);
        if (message.event === 'app.route.changed') tellRoute(sender);
        return activateOnce(sender);
      case 'off':
        return unsubscribe(sender, message);
      case 'trigger': {
        const target = targetOf(sender, message.instance)?.instance;
        return host.emit((it) => it === target, message.event, message.data);
      }
      case 'reply':
        return sender.replies.get(message.event)?.(message.error);
      case 'request': {
        const { outcome, responseArgs } = await request(sender.instance, message.options);
        return post(sender, { key: `zaf.request:${message.number}.${outcome}`, message: { responseArgs } });
      }
    }
  };
}

/** An answer to a call as a whole, where no path can be blamed. */
function refuse(sender: Registration, id: number, message: string): void {
  post(sender, { id, error: { name: 'Error', message } });
}

/** A frame that was reloaded greets again under the same guid: what it wanted before is forgotten. */
function welcome(sender: Registration): void {
  const { app, context } = sender.instance;
  forget(sender);
  sender.registered = true;
  const metadata = {
    appId: app.id,
    installationId: app.installationId,
    name: app.name,
    version: app.version,
    settings: { title: app.name, ...app.settings },
  };
  post(sender, { key: 'zaf.app.registered', message: { metadata, context } });
}

/** The SDK subscribes only after it is registered, so an app on screen hears of its first activation then. */
function activateOnce(sender: Registration): void {
  const { instance } = sender;
  if (sender.activatedOnce || !instance.isActive() || !wants(sender, instance.guid, 'app.activated')) return;
  sender.activatedOnce = true;
  postEvent(sender, instance.guid, { event: 'app.activated', data: { firstLoad: true } });
}

/** A page that was opened by an address with a route in it hears of the route once it listens. */
function tellRoute(sender: Registration): void {
  const { instance } = sender;
  const appRoute = instance.isActive() ? instance.route() : undefined;
  if (appRoute === undefined || !wants(sender, instance.guid, 'app.route.changed')) return;
  postEvent(sender, instance.guid, { event: 'app.route.changed', data: { appRoute, appParams: {} } });
}
