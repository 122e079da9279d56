import { z } from 'zod';
import type { ColorScheme, DraftPort, Host, HostEnvironment, HostEvent, RestCall, Stop } from './host.ts';
import { RestError } from './host.ts';
import { htmlToText } from './html-text.ts';
import {
  failedRequestSchema,
  metadataSchema,
  requesterSchema,
  schemeSchema,
  userSchema,
  valueAt,
} from './parse.ts';

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
};

function subscribe(client: ZafClient, events: readonly string[], handler: (data: unknown) => unknown): Stop {
  for (const event of events) client.on(event, handler);
  return () => {
    for (const event of events) client.off(event, handler);
  };
}

async function request(client: ZafClient, call: RestCall): Promise<unknown> {
  const body =
    call.body === undefined ? {} : { data: JSON.stringify(call.body), contentType: 'application/json' };
  try {
    return await client.request({
      url: call.path,
      type: call.method ?? 'GET',
      dataType: 'json',
      // The SDK's own repetition would send an update twice.
      autoRetry: false,
      ...body,
    });
  } catch (failure) {
    const parsed = failedRequestSchema.safeParse(failure);
    if (!parsed.success) throw new RestError(call, 0, String(failure));
    throw new RestError(call, parsed.data.status, parsed.data.responseJSON ?? parsed.data.responseText);
  }
}

async function environment(client: ZafClient): Promise<HostEnvironment> {
  const [user, scheme, metadata] = await Promise.all([
    client.get('currentUser').then((answer) => userSchema.parse(valueAt(answer, 'currentUser'))),
    // Accounts without dark mode don't know this property.
    client.get('colorScheme').then(
      (answer) => schemeSchema.parse(valueAt(answer, 'colorScheme')),
      (): ColorScheme => 'light',
    ),
    client.metadata().then((answer) => metadataSchema.parse(answer)),
  ]);
  const company = metadata.settings?.company?.trim();
  return {
    locale: user.locale ?? 'en-GB',
    zone: user.timeZone?.ianaName ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    scheme,
    ...(company ? { company } : {}),
  };
}

function draftPort(client: ZafClient): DraftPort {
  const get = async (path: string): Promise<unknown> => valueAt(await client.get(path), path);
  const text = z.string().nullish();
  return {
    async read() {
      const [written, type] = await Promise.all([get('comment.text'), get('comment.type')]);
      return { text: htmlToText(text.parse(written) ?? ''), internal: type === 'internalNote' };
    },
    makePublic: async () => void (await client.set('comment.type', 'publicReply')),
    append: async (html) => void (await client.invoke('ticket.comment.appendHtml', html)),
    clear: async () => void (await client.set('comment.text', '')),
    tags: async () => z.array(z.string()).parse(await get('ticket.tags')),
    addTag: async (tag) => void (await client.invoke('ticket.tags.add', [tag])),
    removeTag: async (tag) => void (await client.invoke('ticket.tags.remove', [tag])),
    status: async () => z.string().parse(await get('ticket.status')),
    setStatus: async (status) => void (await client.set('ticket.status', status)),
    field: async (fieldId) => text.parse(await get(`ticket.customField:custom_field_${fieldId}`)) ?? '',
    setField: async (fieldId, value) =>
      void (await client.set(`ticket.customField:custom_field_${fieldId}`, value)),
  };
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
  return {
    environment: () => environment(client),
    onScheme: (listener) =>
      subscribe(client, ['colorScheme.changed'], (data) => listener(schemeSchema.parse(data))),
    ticketId: async () => z.coerce.number().parse(valueAt(await client.get('ticket.id'), 'ticket.id')),
    async requester() {
      const answer = requesterSchema.parse(valueAt(await client.get('ticket.requester'), 'ticket.requester'));
      return { name: answer.name ?? '', ...(answer.email ? { email: answer.email } : {}) };
    },
    request: (call) => request(client, call),
    on: (event, listener) => subscribe(client, EVENTS[event], () => listener()),
    beforeSave: (check) => beforeSave(client, check),
    resize: (height) => void client.invoke('resize', { width: '100%', height: `${height}px` }),
    draft: draftPort(client),
  };
}
