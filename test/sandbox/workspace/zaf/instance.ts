import type { App } from '../api/control.ts';
import type { AppMessage } from './messages.ts';
import type { Surface } from './surface.ts';
import type { AppTicket } from './ticket-port.ts';

/** What `client.context()` tells an app about one of its instances. */
export interface InstanceContext {
  instanceGuid: string;
  product: 'support';
  account: { subdomain: string };
  location: string;
  ticketId?: number;
}

/** One place of an app, whether its page is loaded yet or not. */
export interface Instance {
  guid: string;
  app: App;
  context: InstanceContext;
  surface: Surface;
  /** The ticket it sits beside, saved or not. */
  ticket: AppTicket | undefined;
  /** The frame's origin: the only one that is listened to and written to. */
  origin: string;
  /** The frame's window, once it exists. */
  frame: () => Window | null;
  /** Whether the person can see it now, as opposed to a ticket tab in the background. */
  isActive: () => boolean;
  /** The route within the app that the workspace's address names; pages of the navigation bar alone have one. */
  route: () => string | undefined;
}

/** Which instances something is about. */
export type Where = (instance: Instance) => boolean;

/** Another instance of the same app. */
export function isSibling(of: Instance): Where {
  return (it) => it.app.id === of.app.id && it.guid !== of.guid;
}

/** An instance with what the host remembers of it. */
export interface Registration {
  instance: Instance;
  /** Event names by the instance that they are wanted of. */
  subscriptions: Map<string, Set<string>>;
  activatedOnce: boolean;
  registered: boolean;
  /** Ways to end the hooks that are awaited, by event. */
  replies: Map<string, (error: { msg: unknown } | undefined) => void>;
}

export function newRegistration(instance: Instance): Registration {
  return { instance, subscriptions: new Map(), activatedOnce: false, registered: false, replies: new Map() };
}

/** Forgets what a frame wanted; hooks that it hasn't answered are given up, so that no save waits for it. */
export function forget(registration: Registration): void {
  registration.subscriptions.clear();
  registration.activatedOnce = false;
  registration.registered = false;
  for (const end of [...registration.replies.values()]) end(undefined);
}

export function subscribe(registration: Registration, message: Extract<AppMessage, { kind: 'on' }>): void {
  const instance = message.instance ?? registration.instance.guid;
  const events = registration.subscriptions.get(instance) ?? new Set();
  registration.subscriptions.set(instance, events.add(message.event));
}

export function unsubscribe(registration: Registration, message: Extract<AppMessage, { kind: 'off' }>): void {
  if (message.left > 0) return;
  registration.subscriptions.get(message.instance ?? registration.instance.guid)?.delete(message.event);
}

export function wants(registration: Registration, instanceGuid: string, event: string): boolean {
  return registration.subscriptions.get(instanceGuid)?.has(event) ?? false;
}

/** Posts to the frame, as JSON text like Zendesk's own host. */
export function post({ instance }: Registration, message: Record<string, unknown>): void {
  instance.frame()?.postMessage(JSON.stringify(message), instance.origin);
}

/** Tells a frame about an event on an instance; the guid is named only where it isn't the frame's own. */
export function postEvent(
  registration: Registration,
  instanceGuid: string,
  { event, data }: { event: string; data?: unknown },
): void {
  post(registration, {
    key: `zaf.${event}`,
    message: data,
    ...(instanceGuid === registration.instance.guid ? {} : { instanceGuid }),
  });
}
