import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldCase } from '../../../domain/fold.ts';
import { buildCaseFile } from '../../../server/case-file/build.ts';
import type { Attachment, CaseContents } from '../../../server/case-file/contents.ts';
import { safeFileName } from '../../../server/case-file/file-name.ts';
import { createCalendarSource } from '../../../server/policies/calendars.ts';
import { createWaits } from '../../../server/waits.ts';
import { createFiles } from '../../../server/zendesk/files.ts';
import { readPolicy } from '../../support/policy.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { readCaseFile, unzip } from './support/unzip.ts';

const at = (text: string): number => Date.parse(text);
const RECEIVED = at('2026-04-01T09:00:00Z');

/** More than comes in one piece. */
const LARGE = Buffer.from(Array.from({ length: 400_000 }, (_, index) => index % 251));

/** A host that sends files as it is asked to, and remembers what it was shown. */
async function startHost() {
  const seen: { path: string; authorization: string | undefined }[] = [];
  const held = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/good') response.end('all of it');
    else if (pathname === '/held') void held.promise.then(() => response.end('all of it'));
    else if (pathname === '/large') response.end(LARGE);
    else if (pathname === '/to') response.writeHead(302, { location: searchParams.get('url') ?? '' }).end();
    else if (pathname === '/cut') {
      response.writeHead(200, { 'content-length': '1000000' });
      response.write(Buffer.alloc(200_000), () => response.destroy());
    } else response.writeHead(Number(pathname.slice(1))).end('no');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    /** Sends what is held from now on. */
    letGo: held.resolve,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

let host: Awaited<ReturnType<typeof startHost>>;
let elsewhere: Awaited<ReturnType<typeof startHost>>;
let api: TestApi;
/** What the next file's attachments are, by their paths at the host. */
let paths: string[] = [];

const filesOf = () =>
  createFiles({ baseUrl: host.url, token: async () => 'the-token', waits: createWaits() });

function attachments(): Attachment[] {
  return paths.map((path, index) => ({
    id: index + 1,
    name: `file ${index}`,
    contentType: 'text/plain',
    size: 9,
    url: `${host.url}${path}`,
    redacted: false,
    malware: false,
  }));
}

async function contents(): Promise<CaseContents> {
  const policy = await readPolicy('policies/ask4.yaml');
  const posted = { kind: 'adr_letter_sent', byHand: true, at: at('2026-04-20T22:00:00Z') } as const;
  const kase = foldCase(policy, [
    { kind: 'received', at: RECEIVED, recordedAt: RECEIVED, auditId: 1, channel: 'letter' },
    { ...posted, recordedAt: at('2026-04-22T08:00:00Z'), auditId: 2 },
  ]);
  if (!kase) throw new Error('there is no case');
  const now = at('2026-05-01T09:00:00Z');
  const comment = { ticketId: 7, auditId: 1, at: RECEIVED, public: true, body: 'x' };
  return {
    homeTicketId: 7,
    tickets: [],
    policy,
    policyText: undefined,
    kase,
    calendar: createCalendarSource()(policy, RECEIVED, now),
    deadlines: [],
    comments: [{ ...comment, author: { id: 3, name: 'Eve', isStaff: false }, attachments: attachments() }],
    remarks: new Set(),
    now,
  };
}

beforeAll(async () => {
  [host, elsewhere] = [await startHost(), await startHost()];
  api = await startApi({
    openCaseFile: async ({ language, notes }) => {
      const options = { language, notes, files: filesOf(), account: host.url, serviceVersion: '1.2.3' };
      return { ok: true, fileName: 'complaint-7.zip', pieces: buildCaseFile(await contents(), options) };
    },
  });
});
afterAll(async () => {
  await api.stop();
  await host.stop();
  await elsewhere.stop();
});

const download = async (): Promise<Response> =>
  fetch(`${api.url}/api/v1/cases/7/file.zip`, {
    headers: { authorization: `Bearer ${await api.session()}` },
  });

describe('an attachment that Zendesk does not give', () => {
  it('is missing, with why, and the rest is there', async () => {
    paths = ['/404', '/403', '/500', '/good', '/large'];
    const { manifest, text, files } = readCaseFile(Buffer.from(await (await download()).arrayBuffer()));
    expect(manifest.missing.map(({ originalName, why }) => [originalName, why])).toEqual([
      ['file 0', 'not_found'],
      ['file 1', 'refused'],
      ['file 2', 'unavailable'],
    ]);
    expect(text('attachments/004-ticket-7-file 3')).toBe('all of it');
    expect(files.get('attachments/005-ticket-7-file 4')?.equals(LARGE)).toBe(true);
    expect(text('timeline.html')).toContain('file 0 – is not in Zendesk any more');
  });

  it('in its middle ends the whole file: what came is no archive', async () => {
    paths = ['/good', '/cut'];
    const response = await download();
    const got: Uint8Array[] = [];
    const reading = async (): Promise<void> => {
      for await (const chunk of response.body ?? []) got.push(chunk);
    };
    await expect(reading()).rejects.toThrow();
    const bytes = Buffer.concat(got);
    expect(bytes.length).toBeGreaterThan(100);
    expect(() => unzip(bytes)).toThrow('no list of files');
    await expect.poll(() => api.told.text()).toContain('a case file ended early');
  });
});

describe('files of an account', () => {
  const read = async (url: string): Promise<string> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await filesOf().open(url)).bytes) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  };

  it('are asked for with the token, also behind a redirect within the account', async () => {
    expect(await read(`${host.url}/to?url=/good`)).toBe('all of it');
    expect(host.seen.slice(-2).map(({ authorization }) => authorization)).toEqual([
      'Bearer the-token',
      'Bearer the-token',
    ]);
  });

  it('at another host are never asked for without encryption, and never with the token', async () => {
    const other = encodeURIComponent(`${elsewhere.url}/good`);
    for (const url of [
      `${elsewhere.url}/good`,
      `${host.url}/to?url=${other}`,
      'file:///etc/hostname',
      'nonsense',
    ])
      await expect(read(url), url).rejects.toMatchObject({ name: 'ZendeskError', code: 'malformed' });
    expect(elsewhere.seen).toEqual([]);
  });

  it('at another host are asked for without the token, which Zendesk redirects to', async () => {
    const shown: [url: string, authorization: string | null][] = [];
    const files = createFiles({
      baseUrl: 'https://x.zendesk.com',
      token: async () => 'the-token',
      waits: createWaits(),
      fetch: async (input, init) => {
        const { href, host: asked } = new URL(String(input));
        shown.push([href, new Headers(init?.headers).get('authorization')]);
        return asked === 'x.zendesk.com'
          ? new Response(null, { status: 302, headers: { location: 'https://files.example/a?sig=1' } })
          : new Response('all of it');
      },
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await files.open('https://x.zendesk.com/attachments/1')).bytes)
      chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('all of it');
    expect(shown).toEqual([
      ['https://x.zendesk.com/attachments/1', 'Bearer the-token'],
      ['https://files.example/a?sig=1', null],
    ]);
  });

  it('that redirect without end are given up', async () => {
    const loop = `/to?url=${encodeURIComponent('/to?url=%2Fto%3Furl%3D')}`;
    await expect(read(`${host.url}/to?url=${encodeURIComponent(loop)}`)).rejects.toMatchObject({
      code: 'malformed',
    });
  });

  it('that break off say so', async () => {
    await expect(read(`${host.url}/cut`)).rejects.toMatchObject({ code: 'lost' });
  });
});

describe('a letter that went by post', () => {
  it('is proved by the record of it', async () => {
    paths = [];
    const { manifest, text } = readCaseFile(Buffer.from(await (await download()).arrayBuffer()));
    expect(manifest.adrLetter).toEqual({
      sentAt: '2026-04-20T22:00:00.000Z',
      recordedAt: '2026-04-22T08:00:00.000Z',
      recordedByAudit: 2,
      by: 'post',
      ticketId: null,
      auditId: null,
      file: null,
    });
    expect(text('timeline.html')).toContain(
      'Sent by post Mon 20 Apr 2026, 23:00, as recorded Wed 22 Apr 2026, 09:00 in audit 2.',
    );
  });
});

describe('two case files at a time', () => {
  it('are made, a third has to wait', async () => {
    paths = ['/held'];
    const two = [download(), download()];
    await expect.poll(() => host.seen.filter(({ path }) => path === '/held').length).toBe(2);
    expect((await download()).status).toBe(429);
    host.letGo();
    const answers = await Promise.all(two);
    await Promise.all(answers.map((one) => one.arrayBuffer()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const again = await download();
    expect([again.status, (await again.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
  });
});

describe('a file’s name', () => {
  it.each([
    ['../../x', 'x'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/etc/passwd', 'etc_passwd'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\nc.txt', 'a_b_c.txt'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['Größe 東京.pdf', 'Größe 東京.pdf'],
    ['<img src=x>.png', 'img src_x_.png'],
    ['trailing. . ', 'trailing'],
    ['...', 'file'],
    ['', 'file'],
    [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(75)}.jpeg`],
  ])('%j is kept as %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });
});
