import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, token } from './support/client.ts';
import { createChecker, oasIsHere } from './support/oas.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let bearer: string;
let id: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
  bearer = await token(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const ticket = { requester_id: ENGLISH, comment: { body: 'x' } };
  id = numberAt((await api.post('/tickets', { ticket })).body, 'ticket.id');
});

async function upload(query: string, content: string | Buffer = 'hello', type = 'text/plain') {
  const response = await fetch(`${sandbox.url}/api/v2/uploads.json?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': type },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
const comment = (uploads: string[], more: Record<string, unknown> = {}) =>
  api.put(`/tickets/${id}`, { ticket: { comment: { body: 'See', public: false, uploads, ...more } } });

test('files of one token come with one comment, and can be fetched by their address, credentials or none', async () => {
  const first = await upload('filename=one.txt', 'one');
  expect(first.status).toBe(201);
  const word = textAt(first.body, 'upload.token');
  const second = await upload(
    `filename=two.bin&token=${word}`,
    Buffer.from([1, 2, 3]),
    'application/octet-stream',
  );
  expect(listAt(second.body, 'upload.attachments')).toHaveLength(2);
  const saved = await comment([word]);
  const [event] = eventsOf(at(saved.body, 'audit'));
  expect(event).toMatchObject({
    attachments: [
      { file_name: 'one.txt', content_type: 'text/plain', size: 3, malware_scan_result: 'malware_not_found' },
      { file_name: 'two.bin', size: 3, inline: false, deleted: false },
    ],
  });
  const url = textAt(event, 'attachments.0.content_url');
  for (const headers of [{}, { authorization: `Bearer ${bearer}` }])
    expect(await (await fetch(url, { headers })).text()).toBe('one');
  if (oasIsHere) expect(createChecker()('AttachmentUploadResponse', second.body)).toEqual([]);
});

test('a token serves once, for an hour, and only where it is one', async () => {
  const word = textAt((await upload('filename=a.txt')).body, 'upload.token');
  expect((await comment([word])).status).toBe(200);
  expect((await comment([word])).status).toBe(422);
  const late = textAt((await upload('filename=b.txt')).body, 'upload.token');
  sandbox.clock.advance(3_601_000);
  expect((await comment([late])).status).toBe(422);
  expect((await upload('filename=c.txt&token=nonsense')).status).toBe(400);
  expect((await upload('')).status).toBe(400);
});

test('an update that is refused spends no token', async () => {
  const word = textAt((await upload('filename=a.txt')).body, 'upload.token');
  const refused = await api.put(`/tickets/${id}`, {
    ticket: { status: 'nonsense', comment: { body: 'x', uploads: [word] } },
  });
  expect(refused.status).toBe(422);
  expect((await comment([word])).status).toBe(200);
});

test('a file shown in the text is listed with the comments only when asked for', async () => {
  const shown = await upload('filename=seal.png&inline=true', 'png', 'image/png');
  const address = textAt(shown.body, 'upload.attachment.content_url');
  await comment([textAt(shown.body, 'upload.token')], { html_body: `<p>Look <img src="${address}"></p>` });
  const files = async (query: string) =>
    listAt(listAt((await api.get(`/tickets/${id}/comments${query}`)).body, 'comments').at(-1), 'attachments');
  expect(await files('')).toEqual([]);
  expect(await files('?include_inline_images=true')).toMatchObject([{ file_name: 'seal.png', inline: true }]);
});

test('a redacted file is an empty redacted.txt; an upload can be deleted before it is used', async () => {
  const word = textAt((await upload('filename=secret.txt', 'secret')).body, 'upload.token');
  const [event] = eventsOf(at((await comment([word])).body, 'audit'));
  const attachment = numberAt(event, 'attachments.0.id');
  const path = `/tickets/${id}/comments/${numberAt(event, 'id')}/attachments/${attachment}/redact`;
  expect((await api.put(path, {})).body).toMatchObject({
    attachment: { file_name: 'redacted.txt', size: 0, deleted: true },
  });
  expect(await (await fetch(textAt(event, 'attachments.0.content_url'))).text()).toBe('');
  const other = await upload('filename=draft.txt');
  expect((await api.delete(`/uploads/${textAt(other.body, 'upload.token')}`)).status).toBe(204);
  expect((await api.get(`/attachments/${numberAt(other.body, 'upload.attachment.id')}`)).status).toBe(404);
});

test('more than fifty megabytes are too much', async () => {
  const huge = await upload('filename=huge.bin', Buffer.alloc(52_428_801), 'application/octet-stream');
  expect(huge.status).toBe(413);
});
