import { expect } from 'vitest';
import { z } from 'zod';
import { numberAt, textAt } from '../../support/read.ts';
import { ENGLISH, GERMAN } from '../../support/seed.ts';
import type { Area, Walk } from '../walk.ts';

async function newTicket(walk: Walk, subject: string): Promise<number> {
  const ticket = { subject, comment: { body: subject }, requester_id: ENGLISH };
  return numberAt(await walk.step('POST /tickets', { body: { ticket } }), 'ticket.id');
}

/** Waits for the end of a job. */
async function done(walk: Walk, job: unknown): Promise<string> {
  const id = textAt(job, 'job_status.id');
  const status = async () =>
    textAt(await walk.step('GET /job_statuses/:id', { at: { id } }), 'job_status.status');
  await expect.poll(status).toBe('completed');
  return id;
}

export const deletedTickets: Area = async (walk) => {
  const ids = await Promise.all(['A', 'B', 'C', 'D'].map((subject) => newTicket(walk, subject)));
  const [a = 0, b = 0, c = 0, d = 0] = ids;
  await done(walk, await walk.step('DELETE /tickets/destroy_many', { query: { ids: ids.join(',') } }));
  await walk.step('GET /deleted_tickets');
  await walk.step('PUT /deleted_tickets/:id/restore', { at: { id: a } });
  await walk.step('PUT /deleted_tickets/restore_many', { query: { ids: b } });
  await walk.step('DELETE /deleted_tickets/:id', { at: { id: c } });
  await walk.step('DELETE /deleted_tickets/destroy_many', { query: { ids: d } });
};

export const ticketJobs: Area = async (walk) => {
  const one = { subject: 'One', comment: { body: 'One' }, requester_id: ENGLISH };
  await walk.step('POST /tickets/create_many', { body: { tickets: [one] } });
  const source = await newTicket(walk, 'Again');
  const merge = { ids: [source], target_comment: 'Both here', source_comment: 'See the other' };
  const id = await done(walk, await walk.step('POST /tickets/:id/merge', { at: { id: 101 }, body: merge }));
  await walk.step('GET /job_statuses/show_many', { query: { ids: id } });
};

export const ticketPeople: Area = async (walk) => {
  const at = { id: 101 };
  const email_ccs = [{ user_id: GERMAN, action: 'put' }];
  await walk.step('PUT /tickets/:id', { at, body: { ticket: { email_ccs, type: 'problem' } } });
  await walk.step('PUT /tickets/:id', {
    at: { id: 102 },
    body: { ticket: { type: 'incident', problem_id: 101 } },
  });
  for (const list of ['collaborators', 'email_ccs', 'followers', 'incidents', 'related'])
    await walk.step(`GET /tickets/:id/${list}`, { at });
  await walk.step('PUT /tickets/:id', {
    at,
    body: { ticket: { comment: { body: 'To all', public: true } } },
  });
  await walk.step('GET /tickets/:id/audits', { at });
  await walk.step('GET /problems');
  await walk.step('GET /users/:id/tickets/ccd', { at: { id: GERMAN } });
  await walk.step('GET /users/:id/tickets/followed', { at: { id: GERMAN } });
  for (const list of ['assigned', 'ccd'])
    await walk.step(`GET /users/:id/tickets/${list}/count`, { at: { id: GERMAN } });
  await walk.step('GET /users/:id/tickets/requested/count', {
    at: { id: GERMAN },
    // The page on tickets names it beside its siblings, whose shape is described.
    shape: z.strictObject({
      count: z.strictObject({ value: z.int(), refreshed_at: z.iso.datetime({ offset: true }).nullable() }),
    }),
  });
};
