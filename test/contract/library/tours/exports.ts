import { expect } from 'vitest';
import { ENGLISH } from '../../support/seed.ts';
import type { Tour } from './tour.ts';

/** Long before everything in the account. */
const START = 1_500_000_000;

const HOLDS_101 = expect.arrayContaining([expect.objectContaining({ id: 101 })]);

/** Exports leave out the last minute, so the account's clock is moved on first. */
export const ticketExports: Tour = async (run, sandbox) => {
  sandbox.clock.advance(120_000);
  expect(await run('tickets.incremental', START)).toEqual(HOLDS_101);
  expect(await run('tickets.incrementalInclude', START, 'users')).toEqual(HOLDS_101);
  expect(await run('tickets.incrementalSample', START)).toMatchObject({ result: HOLDS_101 });
  expect(await run('ticketexport.export', START)).toMatchObject({ result: { tickets: HOLDS_101 } });
  expect(await run('ticketexport.exportWithUser', START)).toMatchObject({
    result: { tickets: HOLDS_101, users: expect.arrayContaining([expect.objectContaining({ id: ENGLISH })]) },
  });
  // It always sends a cursor, the word "undefined" if none is given.
  await expect(run('ticketexport.exportCursor', START)).rejects.toThrow('Zendesk Error (4');
  expect(await run('ticketexport.exportWithInclude', START, 'users')).toMatchObject([{ tickets: HOLDS_101 }]);
};

export const otherExports: Tour = async (run, sandbox) => {
  await run('tickets.update', 101, { ticket: { priority: 'high' } });
  sandbox.clock.advance(120_000);
  const events = expect.arrayContaining([expect.objectContaining({ ticket_id: 101 })]);
  expect(await run('ticketevents.incremental', START)).toEqual(events);
  expect(await run('ticketevents.incrementalInclude', START, 'comment_events')).toEqual(events);
  const people = expect.arrayContaining([expect.objectContaining({ id: ENGLISH })]);
  expect(await run('users.incremental', START)).toEqual(people);
  expect(await run('users.incrementalInclude', START, 'organizations')).toEqual(people);
  expect(await run('organizations.incremental', START)).toEqual(expect.any(Array));
  expect(await run('organizations.incrementalInclude', START, 'users')).toEqual(expect.any(Array));
};
