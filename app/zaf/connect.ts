import { z } from 'zod/mini';
import { createDraftPort } from './draft-port.ts';
import { readEnvironment } from './environment.ts';
import type { Host, HostEnvironment, HostEvent, Me, Requester, Stop } from './host.ts';
import { escapeHtml } from './html-text.ts';
import { openPage } from './open-page.ts';
import { requesterSchema, schemeSchema, userSchema, valueAt } from './parse.ts';
import { requestRest, requestService } from './requests.ts';

/** None while a ticket is new. */
const idSchema = z.catch(z.nullish(z.coerce.number().check(z.positive())), undefined);

/** Which of Zendesk's events stand for each of ours. */
const EVENTS: Readonly<Record<HostEvent, readonly string[]>> = {
  ticket: ['ticket.updated', 'ticket.conversation.changed'],
  composer: ['comment.text.changed'],
  composerKind: ['comment.type.changed'],
  tags: ['ticket.tags.changed'],
  submitting: ['ticket.submit.start'],
  submitted: ['ticket.submit.done'],
  submitFailed: ['ticket.submit.fail'],
  activated: ['app.activated'],
  requester: ['ticket.requester.id.changed', 'ticket.requester.changed'],
};

function subscribe(client: ZafClient, events: readonly string[], handler: (data: unknown) => unknown): Stop {
  for (const event of events) client.on(event, handler);
  return () => {
    for (const event of events) client.off(event, handler);
  };
}

async function readRequester(client: ZafClient): Promise<Requester> {
  const answer = valueAt(await client.get('ticket.requester'), 'ticket.requester');
  const { id, name, email, locale } = requesterSchema.parse(answer ?? {});
  return {
    name: name ?? '',
    ...(id ? { id } : {}),
    ...(email ? { email } : {}),
    ...(locale ? { locale } : {}),
  };
}

async function readMe(client: ZafClient): Promise<Me> {
  const { id, name, role } = userSchema.parse(valueAt(await client.get('currentUser'), 'currentUser'));
  return { id, name: name ?? '', role: String(role ?? '') };
}

/** The framework's hook lets a submit pass when its promise resolves, and holds it back with the words of a rejection. */
function beforeSave(client: ZafClient, check: () => Promise<string | undefined>): Stop {
  return subscribe(client, ['ticket.save'], async () => {
    const refusal = await check();
    if (refusal !== undefined) throw new Error(refusal);
  });
}

/** Speaks with Zendesk through its global client. @throws Error outside Zendesk. */
export function connect(): Host {
  const client = typeof ZAFClient === 'undefined' ? false : ZAFClient.init();
  if (!client) throw new Error('Open this page inside Zendesk: the apps framework did not answer.');
  let known: Promise<HostEnvironment> | undefined;
  const environment = (): Promise<HostEnvironment> => {
    known ??= readEnvironment(client);
    return known;
  };
  const ticketId = async (): Promise<number | undefined> =>
    idSchema.parse(valueAt(await client.get('ticket.id'), 'ticket.id')) ?? undefined;
  return {
    environment,
    onScheme: (listener) =>
      subscribe(client, ['colorScheme.changed'], (data) => listener(schemeSchema.parse(data))),
    ticketId,
    requester: () => readRequester(client),
    me: () => readMe(client),
    request: (call) => requestRest(client, call),
    async service(call) {
      const { serviceUrl, account } = await environment();
      return await requestService(client, { url: serviceUrl, account }, call);
    },
    // Zendesk shows markup in its messages; what is said here is text.
    notify: (text, kind) => void client.invoke('notify', escapeHtml(text), kind),
    openTicket: (id) => void client.invoke('routeTo', 'ticket', id),
    openPage: (route) => openPage(client, route),
    on: (event, listener) => subscribe(client, EVENTS[event], () => listener()),
    beforeSave: (check) => beforeSave(client, check),
    resize: (height) => void client.invoke('resize', { width: '100%', height: `${height}px` }),
    draft: createDraftPort(client),
  };
}
