import { afterEach, expect, test } from 'vitest';
import { type Sandbox, type SeedFile, seedFaults, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, textAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, SEED } from './support/seed.ts';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.stop());

async function start(seed: SeedFile): Promise<Client> {
  sandbox = await startSandbox({ seed, now: '2026-04-08T07:30:00Z' });
  return await serviceClient(sandbox);
}

const SCAN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);

test('a letter with its scan: files on comments, as bytes or as text', async () => {
  const api = await start({
    ...SEED,
    tickets: [
      {
        id: 7,
        subject: 'Letter',
        requester_id: ENGLISH,
        via: { channel: 'web' },
        comments: [
          {
            author_id: AGENT,
            body: 'Came by post, scan attached.',
            public: false,
            attachments: [
              { file_name: 'scan.png', content_type: 'image/png', content_base64: SCAN.toString('base64') },
              { file_name: 'note.txt', content: 'received on Tuesday' },
            ],
          },
        ],
      },
    ],
  });
  const files = listAt((await api.get('/tickets/7/comments')).body, 'comments.0.attachments');
  expect(files).toMatchObject([
    { file_name: 'scan.png', content_type: 'image/png', size: SCAN.length },
    { file_name: 'note.txt', content_type: 'text/plain' },
  ]);
  const scan = await fetch(textAt(files[0], 'content_url'));
  expect(Buffer.from(await scan.arrayBuffer())).toEqual(SCAN);
  expect(await (await fetch(textAt(files[1], 'content_url'))).text()).toBe('received on Tuesday');
});

test('schedules, organisations, ratings, suspended mails, texts and rules come as the seed says', async () => {
  const api = await start({
    ...SEED,
    account: { ...SEED.account, email_ccs: true },
    organizations: [{ id: 81, name: 'Hall', tags: ['vip'], external_id: 'H1', details: 'By the river' }],
    users: (SEED.users ?? []).map((user) => (user.id === ENGLISH ? { ...user, organization_id: 81 } : user)),
    schedules: [
      {
        id: 51,
        name: 'Office',
        time_zone: 'London',
        intervals: [{ start_time: 1980, end_time: 2000 }],
        holidays: [{ name: 'May', start_date: '2026-05-04', end_date: '2026-05-04' }],
      },
    ],
    satisfaction_ratings: [{ ticket_id: 101, score: 'bad', comment: 'Too slow' }],
    suspended_tickets: [{ from: { name: 'Sid', email: 'sid@spam.example' }, subject: 'Win', content: 'Now' }],
    dynamic_content: [{ name: 'hi', default_locale_id: 8, content: 'Hallo' }],
    macros: [{ title: 'Greet', actions: [{ field: 'comment_value', value: '{{dc.hi}}' }] }],
    automations: [],
    tickets: [
      ...(SEED.tickets ?? []),
      {
        id: 103,
        subject: 'Task',
        requester_id: GERMAN,
        type: 'task',
        due_at: '+2d',
        email_cc_ids: [ENGLISH],
        follower_ids: [AGENT],
        comments: [{ author_id: GERMAN, body: 'x' }],
      },
    ],
  });
  const schedule = await api.get('/business_hours/schedules/51');
  expect(schedule.body).toMatchObject({ schedule: { name: 'Office', intervals: [{ start_time: 1980 }] } });
  expect((await api.get('/business_hours/schedules/51/holidays')).body).toMatchObject({
    holidays: [{ name: 'May' }],
  });
  expect((await api.get('/organizations/81')).body).toMatchObject({
    organization: { tags: ['vip'], external_id: 'H1', details: 'By the river' },
  });
  expect((await api.get('/tickets/101')).body).toMatchObject({
    ticket: { tags: ['vip'], satisfaction_rating: { score: 'bad', comment: 'Too slow' } },
  });
  expect((await api.get('/suspended_tickets')).body).toMatchObject({ count: 1 });
  expect((await api.get('/automations')).body).toMatchObject({ automations: [] });
  const task = { due_at: '2026-04-10T07:30:00Z', email_cc_ids: [ENGLISH], follower_ids: [AGENT] };
  expect((await api.get('/tickets/103')).body).toMatchObject({ ticket: task });
  const macro = at((await api.get('/macros')).body, 'macros.0.id');
  expect(at((await api.get(`/tickets/102/macros/${macro}/apply`)).body, 'result.ticket.comment.body')).toBe(
    'Hallo',
  );
});

test.each<[string, unknown, string[]]>([
  ['no object', [], ['seed: ']],
  ['a slip in a name', { user: [] }, ['seed: Unrecognized key: "user"']],
  [
    'a slip inside',
    { users: [{ id: 1, name: 'A', role: 'admin', mail: 'x' }] },
    ['users[0]: Unrecognized key: "mail"'],
  ],
  ['a role there is not', { users: [{ id: 1, name: 'A', role: 'boss' }] }, ['users[0].role: Invalid option']],
  [
    'several',
    { groups: [{ id: '1', name: 'A' }], account: { email_ccs: 'yes' } },
    ['account.email_ccs: ', 'groups[0].id: '],
  ],
  [
    'a ticket without words',
    { tickets: [{ id: 1, subject: 'A', requester_id: 2, comments: [] }] },
    ['tickets[0].comments: needs at least one comment'],
  ],
  [
    'a time that is none',
    {
      tickets: [
        { id: 1, subject: 'A', requester_id: 2, created_at: 'soon', comments: [{ author_id: 2, body: 'x' }] },
      ],
    },
    ['tickets[0].created_at: is no time'],
  ],
  [
    'a file with nothing in it',
    {
      tickets: [
        {
          id: 1,
          subject: 'A',
          requester_id: 2,
          comments: [{ author_id: 2, attachments: [{ file_name: 'a' }] }],
        },
      ],
    },
    ['tickets[0].comments[0].attachments[0]: needs either content'],
  ],
])('a seed with %s is told by path', (_name, seed, faults) => {
  const told = seedFaults(seed);
  expect(told).toHaveLength(faults.length);
  for (const [index, fault] of faults.entries()) expect(told[index]).toContain(fault);
});

test.each<[string, SeedFile, string]>([
  [
    'a user of no group',
    { users: [{ id: 1, name: 'A', role: 'admin', group_ids: [9] }] },
    'Seed: users[0]: group 9',
  ],
  ['a trigger of nothing', { ...SEED, triggers: [{ title: 'T', actions: [] }] }, 'Seed: triggers[0]: 422'],
  [
    'a rating of no ticket',
    { ...SEED, satisfaction_ratings: [{ ticket_id: 5, score: 'good' }] },
    'Seed: satisfaction_ratings[0]: ticket 5',
  ],
  [
    'a ticket of nobody',
    {
      ...SEED,
      tickets: [{ id: 5, subject: 'A', requester_id: 77, comments: [{ author_id: 77, body: 'x' }] }],
    },
    'Seed: ticket 5: names user 77',
  ],
])('a sandbox does not start with %s', async (_name, seed, message) => {
  await expect(startSandbox({ seed })).rejects.toThrow(message);
});
