import { runHook } from './hooks.ts';
import {
  forget,
  type Instance,
  isSibling,
  newRegistration,
  postEvent,
  type Registration,
  type Where,
  wants,
} from './instance.ts';
import { createMessageHandler } from './message-handler.ts';
import { parsePosted } from './messages.ts';

/** Performs an app's `client.request`. The first of the reply's arguments reaches the app. */
export type AppRequest = (
  instance: Instance,
  options: unknown,
) => Promise<{ outcome: 'done' | 'fail'; responseArgs: unknown[] }>;

/** Hosts apps in frames: routes their messages, tells them events, asks their hooks. */
export interface ZafHost {
  /** Starts hosting a place of an app; returns the way to stop. */
  add(instance: Instance): () => void;
  instances(): Instance[];
  /** Tells every frame that subscribed to the event on one of these instances. */
  emit(where: Where, event: string, data?: unknown): void;
  /** Tells a frame that it came to the front or went from it. */
  activate(guid: string, isActive: boolean): void;
  /** Asks the hooks of these instances; resolves to the reason of the first that refuses, in order of the frames. */
  hook(where: Where, event: string): Promise<string | undefined>;
  /** Tells frames that they are about to go, and resolves once they have had the time to hear it. */
  retire(where: Where): Promise<void>;
  /** Moves the clock inside all frames. */
  setOffset(offset: number): void;
}

export interface ZafHostParts {
  window: Window;
  request: AppRequest;
  /** How long a hook may take before the host goes on without it, in milliseconds. */
  hookTimeout: number;
}

/** How long a frame lives on after `app.willDestroy`, in milliseconds: messages to a removed frame are lost. */
const farewell = 150;

export function createZafHost({ window, request, hookTimeout }: ZafHostParts): ZafHost {
  const registrations = new Map<string, Registration>();
  const all = () => [...registrations.values()];
  const host: ZafHost = {
    add(instance) {
      const registration = newRegistration(instance);
      registrations.set(instance.guid, registration);
      host.emit(isSibling(instance), 'instance.created', instance.context);
      return () => {
        registrations.delete(instance.guid);
        forget(registration);
      };
    },
    instances: () => all().map((it) => it.instance),
    emit(where, event, data) {
      for (const { instance } of all()) {
        if (!where(instance)) continue;
        for (const it of all())
          if (wants(it, instance.guid, event)) postEvent(it, instance.guid, { event, data });
      }
    },
    activate(guid, isActive) {
      const registration = registrations.get(guid);
      if (registration !== undefined) announceActivation(registration, isActive, host);
    },
    async hook(where, event) {
      const asked = all().filter((it) => where(it.instance) && wants(it, it.instance.guid, event));
      const answers = await Promise.all(asked.map((it) => runHook(it, event, hookTimeout)));
      return answers.find((answer) => answer !== undefined);
    },
    async retire(where) {
      const event = 'app.willDestroy';
      const listened = all().some((it) => where(it.instance) && wants(it, it.instance.guid, event));
      host.emit(where, event);
      if (listened) await new Promise((resolve) => window.setTimeout(resolve, farewell));
    },
    setOffset(offset) {
      for (const { instance } of all()) {
        instance.frame()?.postMessage({ sandboxOffset: offset }, instance.origin);
      }
    },
  };
  listen(window, registrations, createMessageHandler({ registrations, host, request }));
  return host;
}

/** Panes of the navigation bar and the top bar hear of it by names of their own too. */
function announceActivation(registration: Registration, isActive: boolean, host: ZafHost): void {
  const { guid, context } = registration.instance;
  const isHere: Where = (it) => it.guid === guid;
  const firstLoad = !registration.activatedOnce;
  if (isActive && wants(registration, guid, 'app.activated')) registration.activatedOnce = true;
  host.emit(isHere, isActive ? 'app.activated' : 'app.deactivated', isActive ? { firstLoad } : undefined);
  if (context.location !== 'nav_bar' && context.location !== 'top_bar') return;
  host.emit(isHere, isActive ? 'pane.activated' : 'pane.deactivated');
}

/** Only a hosted frame is heard, from its own origin and under its own guid; anything else is ignored. */
function listen(
  window: Window,
  registrations: Map<string, Registration>,
  handle: ReturnType<typeof createMessageHandler>,
): void {
  window.addEventListener('message', (event) => {
    const sender = [...registrations.values()].find(
      ({ instance }) => instance.origin === event.origin && instance.frame() === event.source,
    );
    if (sender === undefined) return;
    const posted = parsePosted(event.data);
    if (posted === undefined) return;
    if (posted.appGuid !== undefined && posted.appGuid !== sender.instance.guid) return;
    void handle(sender, posted.message);
  });
}
