import { listAt, numberAt } from '../../support/read.ts';
import { RATER, SPAM } from '../../support/rich-seed.ts';
import type { Area } from '../walk.ts';

export const satisfactionRatings: Area = async (walk) => {
  await walk.step('POST /tickets/:id/satisfaction_rating', {
    at: { id: 101 },
    body: { satisfaction_rating: { score: 'bad', comment: 'Not after all' } },
    as: RATER,
  });
  const list = await walk.step('GET /satisfaction_ratings');
  const id = numberAt(listAt(list, 'satisfaction_ratings')[0], 'id');
  await walk.step('GET /satisfaction_ratings/count');
  await walk.step('GET /satisfaction_ratings/:id', { at: { id } });
  await walk.step('GET /tickets/:id', { at: { id: 101 } });
  await walk.step('GET /tickets/:id/audits', { at: { id: 101 } });
};

export const suspendedTickets: Area = async (walk) => {
  await walk.step('GET /suspended_tickets');
  await walk.step('GET /suspended_tickets/:id', { at: { id: SPAM } });
  await walk.step('PUT /suspended_tickets/:id/recover', { at: { id: SPAM } });
  await walk.step('PUT /suspended_tickets/recover_many', { query: { ids: SPAM + 1 } });
  await walk.step('DELETE /suspended_tickets/:id', { at: { id: SPAM + 2 } });
  await walk.step('DELETE /suspended_tickets/destroy_many', { query: { ids: SPAM + 3 } });
};
