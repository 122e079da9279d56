import { ENGLISH } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

const START = 1_500_000_000;

/** Exports leave out the last minute, so the account's clock is moved on first. */
export const incremental: Area = async (walk) => {
  await walk.step('PUT /tickets/:id', { at: { id: 101 }, body: { ticket: { priority: 'high' } } });
  walk.sandbox.clock.advance(120_000);
  const query = { start_time: START };
  await walk.step('GET /incremental/tickets/cursor', { query });
  await walk.step('GET /incremental/tickets', { query });
  await walk.step('GET /incremental/tickets/sample', { query });
  await walk.step('GET /incremental/ticket_events', { query: { ...query, include: 'comment_events' } });
  await walk.step('PUT /users/:id', { at: { id: ENGLISH }, body: { user: { notes: 'Seen' } } });
  await walk.step('GET /incremental/users/cursor', { query });
  await walk.step('GET /incremental/users', { query });
  await walk.step('GET /incremental/organizations', { query });
};
