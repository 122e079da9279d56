import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { readArguments } from '../../../server/cli/cases-arguments.ts';
import { fileOfCase } from '../../../server/cli/cases-file.ts';
import { createSessions } from '../../../server/leads/session.ts';
import { captured, partsBeside } from '../cli/support/parts.ts';
import { ANNA, TOM } from '../reconcile/support/people.ts';
import type { Change } from '../reconcile/support/person.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';
import { type ReadFile, readCaseFile } from './support/unzip.ts';

const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>';
const REDACTED = 'DE89 3704 0044 0532 0130 00';
const SECRET = 'Between us: they never pay.';

let world: World;
/** The ticket on which the case began, and the follow-up on which it goes on. */
let [home, next] = [0, 0];
let english: ReadFile;

const uploadReply = z.object({
  upload: z.object({ token: z.string(), attachment: z.object({ id: z.number() }) }),
});
const commentsReply = z.object({
  comments: z.array(
    z.object({ id: z.number(), audit_id: z.number(), public: z.boolean(), body: z.string() }),
  ),
});

async function upload(
  name: string,
  content: string | Buffer,
): Promise<z.infer<typeof uploadReply>['upload']> {
  const { url } = world.demo.sandbox;
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: TOM }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const reply = await fetch(`${url}/api/v2/uploads?filename=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/binary' },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  });
  return uploadReply.parse(await reply.json()).upload;
}

const says = (body: string, more: Record<string, unknown> = {}) => ({
  comment: { body, public: true, ...more },
});
const commentsOf = async (id: number) =>
  commentsReply.parse(await world.tom.call('GET', `tickets/${id}/comments`)).comments;

async function does(id: number, change: Change): Promise<void> {
  await world.tom.change(id, change);
  await world.settled(id);
}

const session = (userId: number, access: 'lead' | 'agent'): Promise<string> =>
  createSessions({ secrets: world.demo.config.appSecrets, account: world.demo.config.zendesk.baseUrl })
    .issue({ userId, access, startedAt: Date.now() })
    .then(({ token }) => token);

async function ask(path: string, access: 'lead' | 'agent' = 'lead', userId = TOM): Promise<Response> {
  const headers = { authorization: `Bearer ${await session(userId, access)}` };
  return fetch(`${world.demo.service.url}/api/v1/cases/${path}`, { headers });
}

async function fileOf(path: string): Promise<ReadFile> {
  const reply = await ask(path);
  expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 200, 'application/zip']);
  return readCaseFile(Buffer.from(await reply.arrayBuffer()));
}

/** A complaint with all that can be on it: a hostile text, attachments, a letter, an appeal, and a follow-up. */
async function story(): Promise<void> {
  const customer = await world.customer({ name: 'Eve "<b>Bold</b>" Müller' });
  home = await world.mail(customer);
  await world.tom.change(home, {
    assignee_id: TOM,
    ...says(`${HOSTILE}\nMy account ${REDACTED}`, { author_id: customer.id }),
  });
  await world.record(home);
  await world.settled(home);
  const note = await upload('note.txt', 'inside');
  await does(home, { comment: { body: SECRET, public: false, uploads: [note.token] } });
  const [picture, outside, taken] = [
    await upload('proof.png', Buffer.from([137, 80, 78, 71, 0, 255])),
    await upload('../../x', 'hostile name'),
    await upload('taken-out.pdf', 'private'),
  ];
  const uploads = [picture.token, outside.token, taken.token];
  await does(home, { ...says('What we found so far.', { uploads }), add: ['complaint_update_sent'] });
  const all = await commentsOf(home);
  const [bank, update] = [
    all.find(({ body }) => body.includes(REDACTED)),
    all.find(({ body }) => body.startsWith('What we found')),
  ];
  await world.priya.call('PUT', `tickets/${home}/comments/${bank?.id}/redact`, { text: REDACTED });
  await world.priya.call(
    'PUT',
    `tickets/${home}/comments/${update?.id}/attachments/${taken.attachment.id}/redact`,
    {},
  );
  await does(home, { ...says('Our formal response.'), add: ['complaint_response_sent'] });
  await does(home, {
    metadata: {
      complaint: { event: 'noted', topic: 'delay', regime: 'ask4', duty: 'update', code: 'workload' },
    },
    comment: { body: 'Too much to do.', public: false },
  });
  await does(home, {
    metadata: { complaint: { event: 'appealed' } },
    comment: { body: 'Appeal.', public: false },
  });
  await does(home, { ...says('You may go to the ombudsman.'), add: ['complaint_adr_letter_sent'] });
  await world.tom.change(home, { status: 'closed' });
  next = await world.mail(customer, home);
  await world.settled(next);
  await does(next, says('This goes on here.'));
}

beforeAll(async () => {
  world = await startWorld();
  await story();
  english = await fileOf(`${home}/file.zip`);
});
afterAll(() => world.stop());

describe('the file of a case', () => {
  it('holds every message with its audit id, of the follow-up too, and no internal note', async () => {
    const told = [...(await commentsOf(home)), ...(await commentsOf(next))];
    const shown = told.filter((one) => one.public);
    const messages = english.manifest.files.filter(({ what }) => what === 'message');
    expect(messages.map(({ auditId }) => auditId).sort()).toEqual(shown.map((one) => one.audit_id).sort());
    expect(new Set(messages.map(({ ticketId }) => ticketId))).toEqual(new Set([home, next]));
    for (const { path, auditId } of messages) {
      const body = shown.find((one) => one.audit_id === auditId)?.body ?? 'nothing';
      expect(english.text(path)).toContain(body);
      expect(english.text('timeline.html')).toContain(`audit ${auditId}`);
    }
    const notes = told.filter((one) => !one.public).map((one) => one.audit_id);
    expect(english.manifest.leftOut.internalNotes.map(({ auditId }) => auditId)).toEqual(notes);
    const everything = [...english.files.values()].join('\n');
    expect(everything).not.toContain(SECRET);
    expect(english.text('timeline.html')).toContain('Internal note by Tom Walsh, left out');
  });

  it('has the attachments as they were sent, under names that lie in no other folder', () => {
    const attachments = english.manifest.files.filter(({ what }) => what === 'attachment');
    expect(attachments.map(({ originalName, path }) => [originalName, path])).toEqual([
      ['proof.png', `attachments/001-ticket-${home}-proof.png`],
      ['../../x', `attachments/002-ticket-${home}-x`],
    ]);
    expect([...(english.files.get(`attachments/001-ticket-${home}-proof.png`) ?? [])]).toEqual([
      137, 80, 78, 71, 0, 255,
    ]);
    expect(english.text(`attachments/002-ticket-${home}-x`)).toBe('hostile name');
    expect(english.manifest.missing).toMatchObject([{ why: 'redacted', what: 'attachment' }]);
    expect(english.manifest.leftOut.internalNotes).toContainEqual(
      expect.objectContaining({ attachments: 1 }),
    );
  });

  it('shows what was redacted as redacted, and says so', () => {
    const everything = [...english.files.values()].join('\n');
    expect(everything).not.toContain(REDACTED);
    expect(everything).not.toContain('private');
    expect(english.text('timeline.html')).toContain('were redacted in Zendesk');
  });

  it('runs nothing that somebody wrote', () => {
    const html = english.text('timeline.html');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('Eve &quot;&lt;b&gt;Bold&lt;/b&gt;&quot; Müller');
    expect(html).not.toMatch(/<script|<img|<iframe|onerror=alert\(2\)>\s*<\/pre><script/);
    expect(html).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/,
    );
    const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
    expect(
      [...tags].filter((tag) => ['a', 'script', 'img', 'svg', 'object', 'link', 'form'].includes(tag ?? '')),
    ).toEqual([]);
  });

  it('tells each deadline with its reasons, and whether it was kept', () => {
    const html = english.text('timeline.html');
    for (const text of [
      'Acknowledgement',
      'ask4.update',
      'Fri 3 Apr 2026 not counted: Good Friday (GB-ENG)',
      '24 hours, nights, weekends and holidays included',
      'met',
    ])
      expect(html).toContain(text);
    expect(english.manifest.deadlines).toContainEqual(
      expect.objectContaining({ regime: 'ask4', duty: 'response', state: 'met', lateBecause: null }),
    );
  });

  it('has the policy in force, byte for byte, with its version', async () => {
    expect(english.text('policy.yaml')).toBe(await readFile('policies/ask4.yaml', 'utf8'));
    const { id, version } = z.object({ id: z.string(), version: z.string() }).parse(english.manifest.policy);
    expect(english.text('timeline.html')).toContain(`${id}, version ${version}, in force from`);
  });

  it('proves the ADR letter: its text, its audit, its time', async () => {
    const letter = (await commentsOf(home)).find(({ body }) => body.startsWith('You may go'));
    expect(english.manifest.adrLetter).toMatchObject({
      by: 'ticket',
      ticketId: home,
      auditId: letter?.audit_id,
      file: 'adr-letter.txt',
    });
    expect(english.text('adr-letter.txt')).toContain('You may go to the ombudsman.');
  });

  it('tells the appeal', () => {
    expect(english.text('timeline.html')).toContain('Appeal received');
  });

  it('is the same by the number of the follow-up, in German too', async () => {
    const german = await fileOf(`${next}/file.zip?language=de`);
    const html = german.text('timeline.html');
    for (const text of [
      '<html lang="de">',
      `Beschwerde ${home}: Beschwerdeakte`,
      'Überprüfung beantragt',
      'Karfreitag',
      'Interne Notiz von Tom Walsh, ausgelassen',
      // What was chosen from a list, in words.
      'Grund einer Verspätung vermerkt: Zwischenstand (ask4.update), Arbeitsaufkommen',
    ])
      expect(html).toContain(text);
    expect(german.manifest.files.map(({ path }) => path)).toEqual(
      english.manifest.files.map(({ path }) => path),
    );
  });

  it('has internal notes where a lead asks for them', async () => {
    const whole = await fileOf(`${home}/file.zip?notes=true`);
    expect(whole.text('timeline.html')).toContain(SECRET);
    expect(whole.manifest.leftOut.internalNotes).toEqual([]);
    expect(whole.manifest.files).toContainEqual(expect.objectContaining({ originalName: 'note.txt' }));
  });
});

describe('who gets a case file', () => {
  const groupOfTicket = (id: number, group: number) =>
    world.priya.call('PUT', `tickets/${id}`, { ticket: { group_id: group } });
  const statusOf = async (userId: number, access: 'lead' | 'agent', path: string) => {
    const reply = await ask(path, access, userId);
    if (reply.status === 200) await reply.body?.cancel();
    return reply.status === 200
      ? 200
      : [reply.status, z.object({ code: z.string() }).parse(await reply.json()).code];
  };

  it('an agent whom Zendesk shows the tickets, without the internal notes', async () => {
    expect(await statusOf(ANNA, 'agent', `${home}/file.zip`)).toBe(200);
    expect(await statusOf(ANNA, 'agent', `${home}/file.zip?notes=true`)).toEqual([403, 'not_a_lead']);
  });

  it('no agent who is not in the private group that a ticket belongs to', async () => {
    const reply = await world.priya.call('POST', 'groups', { group: { name: 'Board', is_public: false } });
    const { group } = z.object({ group: z.object({ id: z.number() }) }).parse(reply);
    await world.priya.call('POST', 'group_memberships', {
      group_membership: { user_id: TOM, group_id: group.id },
    });
    await groupOfTicket(next, group.id);
    onTestFinished(async () => void (await groupOfTicket(next, 501)));
    expect(await statusOf(ANNA, 'agent', `${home}/file.zip`)).toEqual([403, 'ticket_not_visible']);
    expect(await statusOf(ANNA, 'lead', `${home}/file.zip`)).toBe(200);
  });

  it('nobody, of a ticket that is no complaint, or with parameters that are none', async () => {
    expect(await statusOf(TOM, 'lead', '101/file.zip')).toEqual([404, 'case_not_found']);
    expect(await statusOf(TOM, 'lead', 'x/file.zip')).toEqual([404, 'case_not_found']);
    expect(await statusOf(TOM, 'lead', `${home}/file.zip?language=fr`)).toEqual([422, 'invalid_query']);
  });

  it('nobody without a session, and nobody while Zendesk can not be asked', async () => {
    const bare = await fetch(`${world.demo.service.url}/api/v1/cases/${home}/file.zip`);
    expect(bare.status).toBe(401);
    const mend = world.demo.sandbox.faults.add({
      match: { path: '/comments' },
      effect: { kind: 'answer', status: 403 },
    });
    onTestFinished(mend);
    expect(await statusOf(TOM, 'lead', `${home}/file.zip`)).toEqual([503, 'zendesk_unavailable']);
  });
});

describe('npm run cases -- file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'complaint-clock-file-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(ticketId: number, out: string) {
    const parts = await partsBeside(world);
    const { output, printed, told } = captured();
    try {
      const asked = readArguments(['file', String(ticketId), '--out', join(folder, out), '--language', 'de']);
      const io = { ...output, ask: async () => undefined, signal: new AbortController().signal };
      return { code: await fileOfCase(asked, parts, io), printed, told: told.join(' ') };
    } finally {
      await parts.close();
    }
  }

  it('writes the same file, for nobody else to read', async () => {
    const path = join(folder, 'x.zip');
    expect(await run(home, 'x.zip')).toMatchObject({
      code: 0,
      printed: [path],
      told: expect.stringContaining('personal data'),
    });
    const { manifest } = readCaseFile(await readFile(path));
    expect(manifest.files.map(({ path: one }) => one)).toEqual(
      english.manifest.files.map(({ path: one }) => one),
    );
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('leaves nothing behind where there is no case', async () => {
    expect(await run(101, 'none.zip')).toMatchObject({
      code: 1,
      told: 'The ledger holds no case of this ticket.',
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
  });
});
