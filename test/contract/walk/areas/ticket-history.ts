import { numberAt } from '../../support/read.ts';
import { AGENT, ENGLISH } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const ticketHistory: Area = async (walk) => {
  const at = { id: 101 };
  await walk.step('PUT /tickets/:id', {
    at,
    body: { ticket: { status: 'pending', assignee_id: AGENT, comment: { body: 'Soon', public: true } } },
  });
  const audits = await walk.step('GET /tickets/:id/audits', { at, query: { 'page[size]': 10 } });
  await walk.step('GET /tickets/:id/audits', { at, query: { include: 'users,groups' } });
  await walk.step('GET /tickets/:id/audits/count', { at });
  await walk.step('GET /tickets/:id/audits/:audit', {
    at: { ...at, audit: numberAt(audits, 'audits.0.id') },
  });
  await walk.step('GET /ticket_audits');
  await walk.step('GET /tickets/:id/comments', { at });
  await walk.step('GET /tickets/:id/comments', { at, query: { 'page[size]': 1, include: 'users' } });
  await walk.step('GET /tickets/:id/comments/count', { at });
};

/** The kinds of events that come from mail, calls and macros. */
export const auditEvents: Area = async (walk) => {
  const post = (path: string, body: object) =>
    fetch(`${walk.sandbox.url}/__sandbox${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const mail = { from: 'eve@mail.example', subject: 'Written', body: 'Hello', name: 'Eve' };
  const call = { user_id: ENGLISH, summary: 'Rang about it' };
  for (const response of [await post('/mail', mail), await post('/call', call)]) {
    const at = { id: numberAt(await response.json(), 'ticket.id') };
    await walk.step('GET /tickets/:id/audits', { at });
    await walk.step('GET /tickets/:id/comments', { at });
  }
  const macro = await walk.step('POST /macros', {
    body: { macro: { title: 'Greeting', actions: [{ field: 'status', value: 'pending' }] } },
  });
  const macro_ids = [numberAt(macro, 'macro.id')];
  await walk.step('PUT /tickets/:id', { at: { id: 101 }, body: { ticket: { macro_ids, status: 'solved' } } });
  await walk.step('GET /tickets/:id/audits', { at: { id: 101 } });
};

export const ticketTags: Area = async (walk) => {
  const at = { id: 101 };
  await walk.step('POST /tickets/:id/tags', { at, body: { tags: ['red', 'green'] } });
  await walk.step('PUT /tickets/:id/tags', { at, body: { tags: ['blue'] } });
  await walk.step('GET /tickets/:id/tags', { at });
  await walk.step('DELETE /tickets/:id/tags', { at, body: { tags: ['red'] } });
  await walk.step('GET /tags');
};
