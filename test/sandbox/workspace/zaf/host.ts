import { answerCall } from './calls.ts';
import { runHook } from './hooks.ts';
import {
  type Instance,
  newRegistration,
  post,
  postEvent,
  type Registration,
  subscribe,
  unsubscribe,
  wants,
} from './instance.ts';
import { type AppMessage, parseAppMessage } from './messages.ts';

/** Performs an app's `client.request`. The first of the reply's arguments reaches the app. */
export type AppRequest = (
  instance: Instance,
  options: unknown,
) => Promise<{ outcome: 'done' | 'fail'; responseArgs: unknown[] }>;

/** Hosts apps in frames: routes their messages, tells them events, asks their hooks. */
export interface ZafHost {
  /** Starts hosting a frame; returns the way to stop. */
  add(instance: Instance): () => void;
  instances(): Instance[];
  /** Tells every frame that subscribed to the event on one of these instances. */
  emit(where: (instance: Instance) => boolean, event: string, data?: unknown): void;
  /** Asks the hooks of these instances; resolves to the reason of the first that refuses, in order of the frames. */
  hook(where: (instance: Instance) => boolean, event: string): Promise<string | undefined>;
  /** Moves the clock inside all frames. */
  setOffset(offset: number): void;
}

export interface ZafHostParts {
  window: Window;
  request: AppRequest;
  /** How long a hook may take before the host goes on without it, in milliseconds. */
  hookTimeout: number;
}

export function createZafHost({ window, request, hookTimeout }: ZafHostParts): ZafHost {
  const registrations = new Map<string, Registration>();
  const host: ZafHost = {
    add(instance) {
      registrations.set(instance.guid, newRegistration(instance));
      return () => registrations.delete(instance.guid);
    },
    instances: () => [...registrations.values()].map((it) => it.instance),
    emit(where, event, data) {
      for (const { instance } of registrations.values()) {
        if (!where(instance)) continue;
        for (const it of registrations.values())
          if (wants(it, instance.guid, event)) postEvent(it, instance.guid, event, data);
      }
    },
    async hook(where, event) {
      const asked = [...registrations.values()].filter(
        (it) => where(it.instance) && wants(it, it.instance.guid, event),
      );
      const answers = await Promise.all(asked.map((it) => runHook(it, event, hookTimeout)));
      return answers.find((answer) => answer !== undefined);
    },
    setOffset(offset) {
      for (const { instance } of registrations.values()) {
        instance.frame()?.postMessage({ sandboxOffset: offset }, instance.origin);
      }
    },
  };
  const handle = createMessageHandler({ registrations, host, request });
  window.addEventListener('message', (event) => {
    const sender = [...registrations.values()].find(
      ({ instance }) => instance.frame() === event.source && instance.origin === event.origin,
    );
    if (sender === undefined) return;
    const message = parseAppMessage(event.data);
    if (message !== undefined) void handle(sender, message);
  });
  return host;
}

interface HandlerParts {
  registrations: Map<string, Registration>;
  host: ZafHost;
  request: AppRequest;
}

function createMessageHandler({ registrations, host, request }: HandlerParts) {
  return async (sender: Registration, message: AppMessage): Promise<void> => {
    switch (message.kind) {
      case 'handshake':
        return welcome(sender);
      case 'get':
      case 'set':
      case 'invoke': {
        const target = registrations.get(message.instance ?? sender.instance.guid) ?? sender;
        return post(sender, { id: message.id, result: await answerCall(target.instance.surface, message) });
      }
      case 'on':
        subscribe(sender, message);
        return activateOnce(sender);
      case 'off':
        return unsubscribe(sender, message);
      case 'trigger':
        return host.emit(
          (it) => it.guid === (message.instance ?? sender.instance.guid),
          message.event,
          message.data,
        );
      case 'reply':
        return sender.replies.get(message.event)?.(message.error);
      case 'request': {
        const { outcome, responseArgs } = await request(sender.instance, message.options);
        return post(sender, { key: `zaf.request:${message.number}.${outcome}`, message: { responseArgs } });
      }
    }
  };
}

/** A frame that was reloaded greets again under the same guid: what it wanted before is forgotten. */
function welcome(sender: Registration): void {
  const { app, context } = sender.instance;
  sender.subscriptions.clear();
  sender.replies.clear();
  sender.activatedOnce = false;
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
  postEvent(sender, instance.guid, 'app.activated', { firstLoad: true });
}
