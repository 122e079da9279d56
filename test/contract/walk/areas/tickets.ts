import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const tickets: Area = async (walk) => {
  await walk.step('GET /tickets', { query: { 'page[size]': 1 } });
  await walk.step('GET /tickets', { query: { per_page: 1, include: 'users,groups' } });
  await walk.step('GET /tickets/count');
  await walk.step('GET /tickets/recent');
  await walk.step('GET /tickets/show_many', { query: { ids: '101,102' } });
  const ticket = { subject: 'New', comment: { body: 'Hello', public: true }, requester_id: 21 };
  const made = await walk.step('POST /tickets', { body: { ticket } });
  const id = numberAt(made, 'ticket.id');
  await walk.step('GET /tickets/:id', { at: { id } });
  const change = { status: 'open', tags: ['red'], comment: { body: 'Note', public: false } };
  await walk.step('PUT /tickets/:id', { at: { id }, body: { ticket: change } });
  await walk.step('DELETE /tickets/:id', { at: { id } });
};
