import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PEOPLE, TICKETS } from '../account.ts';
import { ADMIN, type Installation, startInstallation, TRAINEE_ROLE } from './support/installation.ts';

const TRAINEE = 104;

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

const mayTag = (tags: boolean) =>
  installation.rest.put(`custom_roles/${TRAINEE_ROLE}`, {
    custom_role: { configuration: { ticket_tag_editing: tags } },
  });

/** Changes a ticket as somebody at the browser does. */
async function changeAs(userId: number, ticketId: number, ticket: object): Promise<void> {
  const { url } = installation.sandbox;
  const session = await fetch(`${url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${url}/api/v2/tickets/${ticketId}.json`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ ticket }),
  });
  expect(reply.status).toBe(200);
}

const RECORDED = {
  tags: ['formal_complaint'],
  metadata: { complaint: { event: 'received' } },
  comment: { body: 'Recorded.', public: false },
};
const looked = async (triedOn?: number) =>
  (await installation.doctor(['ordinary-agent'], {}, triedOn))[0]?.findings;

describe('what an ordinary agent can do', () => {
  it('is not known until one has tried, and it is said how', async () => {
    const fix = expect.stringMatching(/doctor --tried-on <ticket>/);
    expect(await looked()).toEqual([{ status: 'not_checkable', seen: expect.any(String), fix }]);
    expect(await looked(4711)).toEqual([
      { status: 'problem', seen: 'there is no ticket #4711', fix: expect.any(String) },
    ]);
    await changeAs(ADMIN, TICKETS.plain, RECORDED);
    expect(await looked(TICKETS.plain)).toMatchObject([
      { status: 'warning', seen: expect.stringMatching(/nobody but administrators/), fix },
      { status: 'not_checkable', fix },
    ]);
  });

  it('is right where the tag went through, of the record and of a reply', async () => {
    await changeAs(PEOPLE.agent, TICKETS.english, RECORDED);
    expect(await looked(TICKETS.english)).toMatchObject([
      { status: 'ok', seen: `user ${PEOPLE.agent}, an agent, has recorded #1: the tag went through` },
      { status: 'not_checkable' },
    ]);
    const reply = { body: 'The update.', public: true };
    await changeAs(PEOPLE.agent, TICKETS.english, {
      tags: ['formal_complaint', 'complaint_update_sent'],
      comment: reply,
    });
    expect(await looked(TICKETS.english)).toMatchObject([
      { status: 'ok' },
      { status: 'ok', seen: expect.stringContaining('complaint_update_sent') },
    ]);
  });

  it('is too little where the role holds the tag back', async () => {
    await mayTag(false);
    const { macros } = z
      .object({ macros: z.array(z.object({ id: z.number(), title: z.string() })) })
      .parse(await installation.rest.get('macros'));
    const macro = macros.find(({ title }) => title === 'Complaint: status update');
    try {
      await changeAs(TRAINEE, TICKETS.german, RECORDED);
      await changeAs(TRAINEE, TICKETS.german, {
        macro_ids: [macro?.id],
        tags: ['complaint_update_sent'],
        comment: { body: 'The update.', public: true },
      });
      expect(await looked(TICKETS.german)).toEqual([
        {
          status: 'problem',
          seen: expect.stringMatching(
            /user 104, an agent, has recorded #2, and the tag .* did not go through/,
          ),
          fix: expect.stringContaining('Edit ticket tags'),
        },
        {
          status: 'warning',
          seen: expect.stringContaining('no tag of a reply went through'),
          fix: expect.stringContaining('Edit ticket tags'),
        },
      ]);
    } finally {
      await mayTag(true);
    }
  });
});
