import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startWorld, type World } from './support/world.ts';

/** Each test takes something away from the account, and puts it back. */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const named = z.object({ id: z.number(), title: z.string(), actions: z.array(z.unknown()) });

/** Does something while nobody is notified. */
async function unnotified<T>(work: () => Promise<T>): Promise<T> {
  const { triggers } = z
    .object({ triggers: z.array(named) })
    .parse(await world.priya.call('GET', 'triggers'));
  const found = triggers.find(({ title }) => title === 'Notify requester and CCs of comment update');
  if (!found) throw new Error('the account does not notify anybody');
  const set = (active: boolean) => world.priya.call('PUT', `triggers/${found.id}`, { trigger: { active } });
  await set(false);
  try {
    return await work();
  } finally {
    await set(true);
  }
}

test('sent is not delivered: without a notification the case is marked for a person', async () => {
  const id = await unnotified(() => world.acknowledged());
  expect(world.mails(id)).toEqual([]);
  expect(await world.replies(id)).toHaveLength(1);
  expect(await world.marks(id)).toEqual([]);
  world.demo.sandbox.clock.advance(61_000);
  expect((await world.settled(id)).tags).toContain('complaint_needs_person');
  expect(await world.marks(id)).toEqual(['not_delivered']);
  expect(await world.notes(id)).toEqual([expect.stringContaining('Zendesk mailed it to nobody')]);
  await world.lookAgain(id);
  expect(await world.notes(id)).toHaveLength(1);
  expect(await world.replies(id)).toHaveLength(1);
});

test('what reached nobody still did when the case goes on on a follow-up, until a person has seen to it', async () => {
  const from = await world.customer();
  const home = await world.mail(from);
  await unnotified(async () => {
    await world.record(home);
    await world.settled(home);
  });
  await world.tom.change(home, { status: 'closed' });
  const next = await world.mail(from, home);
  expect((await world.settled(next)).tags).toContain('complaint_needs_person');
  const known = await world.demo.service.ledger.readCase(home);
  const sent = (await world.tom.audits(home)).find(
    ({ author_id }) => author_id === world.demo.account.serviceUserId,
  );
  expect(known?.row.markedSince).toEqual({ not_delivered: Date.parse(sent?.created_at ?? '') });
  expect(await world.notes(next)).toEqual([expect.stringContaining('Zendesk mailed it to nobody')]);
  await world.tom.change(next, { drop: ['complaint_needs_person'], status: 'closed' });
  const last = await world.mail(from, next);
  expect((await world.settled(last)).tags).not.toContain('complaint_needs_person');
  expect(await world.notes(last)).toEqual([]);
});

async function nothingIsSent(id: number, mark: string, words: string): Promise<void> {
  const ticket = await world.lookAgain(id);
  expect(ticket.tags).toContain('complaint_needs_person');
  expect(world.field(ticket, 'stage')).toBe('complaint_stage_received');
  expect(await world.marks(id)).toEqual([mark]);
  expect(await world.replies(id)).toEqual([]);
  expect(await world.notes(id)).toEqual([expect.stringContaining(words)]);
}

test('a placeholder of the macro left unrendered stops the sending with a mark', async () => {
  const path = `macros/${world.demo.account.macros.acknowledgement}`;
  const { macro } = z.object({ macro: named }).parse(await world.priya.call('GET', path));
  const broken = [
    { field: 'comment_value_html', value: "<p>Dear {{'{{ticket.requester.first_name}}'}}</p>" },
    { field: 'comment_mode_is_public', value: 'true' },
  ];
  await world.priya.call('PUT', path, { macro: { actions: broken } });
  const id = await world.letter();
  await world.record(id);
  await world.settled(id);
  await nothingIsSent(id, 'placeholder_left', 'a placeholder of the acknowledgement macro stayed unfilled');
  await world.priya.call('PUT', path, { macro: { actions: macro.actions } });
  await world.lookAgain(id);
  expect(world.mails(id)).toHaveLength(1);
  expect(await world.marks(id)).toEqual([]);
});

test('without its acknowledgement macro the service sends nothing, and says so', async () => {
  const path = `macros/${world.demo.account.macros.acknowledgement}`;
  await world.priya.call('DELETE', path);
  const id = await world.letter();
  await world.record(id);
  await world.settled(id);
  await nothingIsSent(id, 'macro_missing', 'the acknowledgement macro is missing');
});
