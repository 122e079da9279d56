import { expect } from 'vitest';
import { listAt, numberAt, textAt } from '../../support/read.ts';
import { ACME } from '../../support/rich-seed.ts';
import { AGENT, ENGLISH, GERMAN } from '../../support/seed.ts';
import { GONE, idIn, type Tour } from './tour.ts';

export const tickets: Tour = async (run) => {
  const comment = { body: 'Hello', public: true };
  const made = await run('tickets.create', { ticket: { subject: 'New', comment, requester_id: ENGLISH } });
  const id = idIn(made);
  expect(await run('tickets.show', id)).toMatchObject({ result: { subject: 'New', requester_id: ENGLISH } });
  expect(await run('tickets.list')).toMatchObject([{ id: 101 }, { id: 102 }, { id }]);
  expect(await run('tickets.listRecent')).toEqual(expect.any(Array));
  expect(await run('tickets.listWithFilter', 'external_id', 'none')).toEqual(expect.any(Array));
  expect(await run('tickets.showMany', [101, 102])).toMatchObject({ result: [{ id: 101 }, { id: 102 }] });
  const change = { status: 'pending', assignee_id: AGENT, tags: ['by_library'] };
  expect(await run('tickets.update', id, { ticket: change })).toMatchObject({
    result: { status: 'pending', tags: ['by_library'] },
  });
  expect(await run('tickets.listAssigned', AGENT)).toMatchObject([{ id }]);
  expect(await run('tickets.listByUserRequested', GERMAN)).toMatchObject([{ id: 102 }]);
  expect(await run('tickets.listByOrganization', ACME)).toMatchObject([{ id: 102 }]);
  await run('tickets.addTags', id, { tags: ['more'] });
  await run('tickets.updateTags', 101, { tags: ['only'] });
  expect(await run('tickets.show', id)).toMatchObject({ result: { tags: ['by_library', 'more'] } });
  expect(await run('tickets.show', 101)).toMatchObject({ result: { tags: ['only'] } });
  expect(await run('tickets.getComments', id)).toMatchObject([{ body: 'Hello', public: true }]);
  expect(await run('tickets.delete', id)).toMatchObject(GONE);
  await expect(run('tickets.show', id)).rejects.toThrow('Zendesk Error (404)');
};

export const history: Tour = async (run) => {
  await run('tickets.update', 102, { ticket: { comment: { body: 'Gleich', public: false } } });
  for (let turn = 0; turn < 25; turn++)
    await run('tickets.update', 102, { ticket: { priority: turn % 2 ? 'low' : 'high' } });
  const audits = await run('ticketaudits.list', 102);
  expect(audits).toHaveLength(27);
  expect(await run('tickets.exportAudit', 102)).toEqual(audits);
  expect(await run('ticketexport.exportAudit', 102)).toEqual(audits);
  expect(await run('ticketimport.exportAudit', 102)).toMatchObject([{ count: 27 }]);
  expect(await run('ticketaudits.count', 102)).toMatchObject({ result: { count: { value: 27 } } });
  const audit = numberAt(audits, '1.id');
  expect(await run('ticketaudits.show', 102, audit)).toMatchObject({
    result: { events: expect.arrayContaining([expect.objectContaining({ type: 'Comment' })]) },
  });
  expect(await run('ticketaudits.listAll')).toMatchObject({
    result: expect.arrayContaining([expect.objectContaining({ ticket_id: 102 })]),
  });
};

/** What works on many tickets goes through a job; the library watches it to its end. */
export const manyTickets: Tour = async (run) => {
  const started = await run('tickets.updateMany', [101, 102], { ticket: { additional_tags: ['bulk'] } });
  const id = textAt(started, 'result.job_status.id');
  expect(await run('jobstatuses.show', id)).toMatchObject({ result: { job_status: { id } } });
  expect(await run('jobstatuses.list')).toMatchObject({
    result: { job_statuses: expect.arrayContaining([expect.objectContaining({ id })]) },
  });
  expect(await run('jobstatuses.watch', id, 5, 50)).toMatchObject({ status: 'completed' });
  expect(await run('tickets.show', 101)).toMatchObject({ result: { tags: ['bulk'] } });
  expect(await run('tags.list')).toContainEqual({ name: 'bulk', count: 2 });
};

export const ticketJobs: Tour = async (run) => {
  const done = async (started: unknown) => {
    const id = textAt(started, 'result.job_status.id');
    expect(await run('jobstatuses.watch', id, 5, 50)).toMatchObject({ status: 'completed' });
    return id;
  };
  const one = { subject: 'One', comment: { body: 'One' }, requester_id: ENGLISH };
  const first = await done(await run('tickets.createMany', { tickets: [one, { ...one, subject: 'Two' }] }));
  const mine = listAt({ tickets: await run('tickets.listByUserRequested', ENGLISH) }, 'tickets');
  const [a = 0, b = 0] = mine.map((ticket) => numberAt(ticket, 'id')).filter((id) => id !== 101);
  const merged = await done(await run('tickets.merge', a, { ids: [b], target_comment: 'Both here' }));
  expect(await run('tickets.show', b)).toMatchObject({ result: { status: 'closed' } });
  expect(await run('jobstatuses.showMany', [first, merged])).toMatchObject({
    result: { job_statuses: [{ id: first }, { id: merged }] },
  });
  await done(await run('tickets.deleteMany', [a]));
  await expect(run('tickets.show', a)).rejects.toThrow('Zendesk Error (404)');
};

export const ticketPeople: Tour = async (run) => {
  const email_ccs = [{ user_id: GERMAN, action: 'put' }];
  await run('tickets.update', 101, { ticket: { email_ccs, type: 'problem' } });
  expect(await run('tickets.listByUserCCD', GERMAN)).toMatchObject([{ id: 101 }]);
  expect(await run('tickets.listCollaborators', 101)).toMatchObject([{ users: [{ id: GERMAN }] }]);
  await run('tickets.update', 102, { ticket: { type: 'incident', problem_id: 101 } });
  expect(await run('tickets.listIncidents', 101)).toMatchObject([{ id: 102 }]);
  await run('tickets.update', 102, { ticket: { comment: { body: 'To all', public: true } } });
  const audits = listAt({ audits: await run('ticketaudits.list', 102) }, 'audits');
  // Done, and an error to the library: it reads the empty reply as JSON.
  const hidden = run('ticketaudits.makePrivate', 102, numberAt(audits.at(-1), 'id'));
  await expect(hidden).rejects.toThrow('Unexpected end of JSON input');
  expect(await run('tickets.getComments', 102)).toMatchObject([{ public: true }, { public: false }]);
};

export const search: Tour = async (run) => {
  expect(await run('search.query', 'type:ticket order_by:created sort:asc')).toMatchObject({
    result: [{ id: 101 }, { id: 102 }],
  });
  expect(await run('search.queryAll', 'type:user eve')).toMatchObject([{ id: ENGLISH }]);
  expect(await run('search.showResultsCount', 'type:ticket')).toMatchObject({ result: { count: 2 } });
  const found = await run('search.exportResults', 'status<closed', 'ticket', 1);
  expect(found).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 101 }), expect.objectContaining({ id: 102 })]),
  );
};
