import { until } from '../../demo/until.ts';
import { settledMerge } from '../reconcile/support/merge.ts';
import type { World } from '../reconcile/support/world.ts';

const says = (body: string) => ({ comment: { body, public: true } });
const updated = { ...says('We are looking into it.'), add: ['complaint_update_sent'] };
const answered = { ...says('What we found.'), add: ['complaint_response_sent'], status: 'solved' };
const tell = (event: string, more: Record<string, unknown> = {}) => ({
  metadata: { complaint: { event, ...more } },
  comment: { body: 'Noted.', public: false },
});
const EXTENDED = { duty: 'response', within: '3 working days', reason: 'an engineer has to come' };

/** Home tickets of the cases whose tickets were deleted, or some of them. */
export interface DeletedCases {
  /** Nothing else is left of these. */
  readonly alone: readonly number[];
  /** Merged into a ticket that is gone, or continued on one. */
  readonly goneOn: readonly number[];
  /** Continued on a ticket that is there; of the second one the first ticket was deleted for good. */
  readonly continued: readonly number[];
  /** Two complaints on one ticket that is gone: the older one, and the one that began there. */
  readonly two: readonly [older: number, younger: number];
  /** Deleted for good: Zendesk shows nothing of it any more. */
  readonly forGood: number;
  /** A complaint that was deleted before the service could look at it. */
  readonly neverSeen: number;
}

function createDeeds(world: World) {
  const { tom, priya, demo } = world;
  const { clock } = demo.sandbox;
  const settled = async (id: number) => {
    clock.advance(1_000);
    await world.settled(id);
  };
  const deeds = {
    change: async (id: number, changes: Record<string, unknown>) => {
      await tom.change(id, changes);
      await settled(id);
    },
    acknowledged: async (last?: Record<string, unknown>) => {
      const id = await world.acknowledged();
      clock.advance(1_000);
      if (last) await deeds.change(id, last);
      return id;
    },
    /** A complaint whose ticket was closed when it stood like this, and the customer's mail that continues it. */
    followed: async (last: Record<string, unknown>) => {
      const customer = await world.customer();
      const home = await world.mail(customer);
      await world.record(home);
      await settled(home);
      await deeds.change(home, last);
      // Sees the ticket as Zendesk has stamped it.
      await world.lookAgain(home);
      await tom.change(home, { status: 'closed' });
      const next = await world.mail(customer, home);
      await settled(next);
      return { home, next };
    },
    /** A complaint merged into another ticket of its customer, which was recorded as a complaint too or not. */
    merged: async (both: boolean) => {
      const customer = await world.customer();
      const [home, other] = [await world.mail(customer), await world.mail(customer)];
      for (const id of both ? [home, other] : [home]) {
        await world.record(id);
        await settled(id);
      }
      await settledMerge(world, home, other);
      await settled(other);
      return { home, other };
    },
    /** Deletes a ticket, and waits until the service has seen that for this case. */
    remove: async (id: number, home = id) => {
      await world.lookAgain(id);
      await priya.call('DELETE', `tickets/${id}`);
      await demo.service.ledger.wake([{ ticketId: id, at: clock.now() }]);
      await until(`the case of ${home} is lost`, async () =>
        (await demo.service.ledger.readCase(home))?.row.lostAt ? true : undefined,
      );
      clock.advance(1_000);
    },
  };
  return deeds;
}

/** Cases that went on on other tickets, corrected, extended and with a redacted comment, which are all still there. */
export async function livingCases(world: World): Promise<void> {
  const { acknowledged, change, followed, merged } = createDeeds(world);
  const receipt = await acknowledged();
  const audit = (await world.tom.audits(receipt)).find(({ metadata }) => metadata.custom?.complaint)?.id;
  const correction = { audit, received_at: '2026-04-01T08:00:00Z', reason: 'the postmark' };
  await change(receipt, tell('corrected', correction));
  await change(await acknowledged(updated), tell('extended', EXTENDED));
  await change((await merged(false)).other, updated);
  await change((await followed(answered)).next, updated);
  const redacted = await acknowledged(updated);
  const comment = (await world.tom.audits(redacted))
    .flatMap(({ events }) => events)
    .find(({ type, body }) => type === 'Comment' && body === updated.comment.body);
  const text = { text: 'looking into it' };
  await world.tom.call('PUT', `tickets/${redacted}/comments/${comment?.id}/redact`, text);
  await world.lookAgain(redacted);
}

/** Deletes the ticket on which a case began that goes on on another one. */
async function cutOff(world: World, { home, next }: { home: number; next: number }): Promise<void> {
  await world.priya.call('DELETE', `tickets/${home}`);
  await world.demo.service.ledger.wake([{ ticketId: home, at: world.demo.sandbox.clock.now() }]);
  await until('the deleted ticket was looked at', async () => {
    const [row] = await world.sql('select wake_at from wakes where ticket_id = $1', [home]);
    return row?.wake_at === null ? true : undefined;
  });
  await world.lookAgain(next);
}

/** Cases that stood in different ways when their tickets were deleted. */
export async function deletedCases(world: World): Promise<DeletedCases> {
  const { acknowledged, change, followed, merged, remove } = createDeeds(world);
  const alone = [
    await acknowledged(),
    await acknowledged(answered),
    await acknowledged(tell('withdrawn')),
    await acknowledged(updated),
  ];
  for (const [index, id] of alone.entries()) {
    if (index === 3) await change(id, tell('extended', EXTENDED));
    await remove(id);
  }
  const cuts = [
    await followed({ ...updated, status: 'solved' }),
    await followed({ ...updated, status: 'solved' }),
  ];
  for (const cut of cuts) await cutOff(world, cut);
  const [cut, cutForGood] = cuts.map(({ home }) => home);
  await world.priya.call('DELETE', `deleted_tickets/${cutForGood}`);
  const on = await followed(answered);
  await change(on.next, updated);
  await remove(on.next, on.home);
  const into = await merged(false);
  await change(into.other, updated);
  await remove(into.other, into.home);
  const both = await merged(true);
  await remove(both.other, both.home);
  const forGood = await acknowledged();
  await remove(forGood);
  await world.priya.call('DELETE', `deleted_tickets/${forGood}`);
  const neverSeen = await world.letter();
  await world.unseen(async () => {
    await world.record(neverSeen);
    await world.priya.call('DELETE', `tickets/${neverSeen}`);
  });
  return {
    alone,
    goneOn: [on.home, into.home],
    continued: [cut ?? 0, cutForGood ?? 0],
    two: [both.home, both.other],
    forGood,
    neverSeen,
  };
}
