import { describe, expect, test } from 'vitest';
import { freshTicket } from './fresh-ticket.ts';

const { account, ticket, update, stamp } = freshTicket();

describe('safe_update', () => {
  test('the stamp just read is accepted, an older one is a conflict and changes nothing', async () => {
    const read = await stamp();
    expect(read).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    account.sandbox.clock.advance(2_000);
    expect((await update({ tags: ['one'], safe_update: true, updated_stamp: read })).status).toBe(200);
    const late = await update({ tags: ['two'], safe_update: true, updated_stamp: read });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ error: 'UpdateConflict' });
    expect((await account.api.get(`/tickets/${ticket.id}`)).body).toMatchObject({
      ticket: { tags: ['one'] },
    });
  });

  test('safe_update false acts like true; leaving it out turns it off', async () => {
    const old = '2020-01-01T00:00:00Z';
    expect((await update({ tags: ['x'], safe_update: false, updated_stamp: old })).status).toBe(409);
    expect((await update({ tags: ['x'], safe_update: true })).status).toBe(409);
    expect((await update({ tags: ['x'], updated_stamp: old })).status).toBe(200);
  });

  test('a change within the same second slips through, as stamps have whole seconds', async () => {
    account.sandbox.clock.advance(1_000 - (account.sandbox.clock.now() % 1_000) + 5);
    await update({ tags: ['first'] });
    const read = await stamp();
    await update({ tags: ['second'] });
    if ((await stamp()) !== read) return; // the second turned between the two calls: nothing to show
    expect((await update({ tags: ['third'], safe_update: true, updated_stamp: read })).status).toBe(200);
  });
});
