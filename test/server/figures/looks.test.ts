import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../demo/until.ts';
import { signInAs } from '../reconcile/support/person.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';

const [MINUTE, HOUR] = [60_000, 3_600_000];
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Waits until a sweep that began at this time or later is done. */
function sweptAt(at: number): Promise<unknown> {
  return until('a sweep is done', async () => {
    const [run] = await world.sql("select state, held_by from runs where name = 'sweep'");
    const state = JSON.parse(JSON.stringify(run?.state ?? {}));
    return run && run.held_by === null && state.completed >= at ? true : undefined;
  });
}

/** Lets all looks pass that follow from what was done, so that nothing is planned for the ticket any more. */
async function nothingPlanned(id: number): Promise<void> {
  const { clock } = world.demo.sandbox;
  for (let pass = 0; pass < 3; pass += 1) {
    clock.advance(6 * MINUTE);
    await sweptAt(clock.now());
    await world.settled(id);
  }
  expect(await world.sql('select wake_at from wakes where ticket_id = $1', [id])).toEqual([
    { wake_at: null },
  ]);
}

/** A complaint that is over, on a ticket that its customer can say something about. */
async function closedCase() {
  const customer = await world.customer({ verified: true });
  const id = await world.mail(customer);
  await world.record(id);
  await world.settled(id);
  const metadata = { complaint: { event: 'withdrawn' } };
  await world.tom.change(id, { status: 'solved', comment: { body: 'Withdrawn.', public: false }, metadata });
  await world.settled(id);
  const person = await signInAs(world.demo.sandbox.url, customer.id);
  const rate = (score: string) =>
    person.call('POST', `tickets/${id}/satisfaction_rating`, {
      satisfaction_rating: { score, comment: 'Well.' },
    });
  const rating = async () => (await world.demo.service.ledger.readCase(id))?.row.rating;
  return { id, rate, rating };
}

test('what a customer says after the closing is found, and nothing of the words is kept', async () => {
  const [asked, silent] = [await closedCase(), await closedCase()];
  expect([await asked.rating(), await silent.rating()]).toEqual([null, null]);
  await nothingPlanned(asked.id);
  await asked.rate('good');
  const { clock } = world.demo.sandbox;
  clock.advance(13 * HOUR);
  world.demo.service.poke();
  await until('the rating is known', async () => ((await asked.rating()) === 'good' ? true : undefined));
  expect(await silent.rating()).toBeNull();
  expect(JSON.stringify(await world.demo.service.ledger.readCase(asked.id))).not.toContain('Well.');
});

test('a rating on a ticket that Zendesk has closed is found all the same', async () => {
  const { clock } = world.demo.sandbox;
  const one = await closedCase();
  await world.priya.call('PUT', `tickets/${one.id}`, { ticket: { status: 'closed' } });
  await world.settled(one.id);
  await nothingPlanned(one.id);
  await one.rate('bad');
  clock.advance(13 * HOUR);
  world.demo.service.poke();
  await until('the rating is known', async () => ((await one.rating()) === 'bad' ? true : undefined));
});

test('a look keeps why a duty is late, when the next one is due by date, and who waits for a letter', async () => {
  const { ledger } = world.demo.service;
  const id = await world.acknowledged();
  const note = (code: string) => ({ event: 'noted', topic: 'delay', regime: 'ask4', duty: 'update', code });
  for (const code of ['workload', 'customer']) {
    const comment = { body: 'It takes longer.', public: false };
    await world.tom.change(id, { comment, metadata: { complaint: note(code) } });
    await world.settled(id);
  }
  const whole = await ledger.readCase(id);
  const reasons = (whole?.deadlines ?? []).map(({ duty, delayReason }) => [duty, delayReason]);
  expect(reasons).toContainEqual(['update', 'customer']);
  expect(reasons).toContainEqual(['response', null]);
  const next = whole?.deadlines.find(({ regime, duty }) => `${regime}.${duty}` === whole.row.nextDuty);
  expect(whole?.row.nextDueDate).toBe(next?.dueDate);
  expect(next?.duty).toBe('update');
  const { id: requester } = await world.customer({ email: null });
  const comment = { body: 'A letter came.', public: false };
  const letter = await world.tom.file({ requester_id: requester, subject: 'A letter', comment });
  await world.record(letter, { channel: 'letter' });
  await world.settled(letter);
  expect((await ledger.readCase(letter))?.row.byPost).toBe(true);
  expect(whole?.row.byPost).toBe(false);
});
