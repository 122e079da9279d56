import { expect } from 'vitest';
import { at, listAt, numberAt, textAt } from '../support/read.ts';
import type { LiveAccount } from './account.ts';
import type { Question } from './question.ts';

/** A ticket of our own, with an internal note only: nobody is mailed. It is deleted at the end. */
export async function ownTicket(account: LiveAccount): Promise<{ id: number; updatedAt: string }> {
  const ticket = {
    subject: `[${account.mark}] to be deleted`,
    comment: { body: 'Made by a test.', public: false },
    tags: [account.mark],
  };
  const { status, body } = await account.api.post('/tickets', { ticket });
  expect([status, body]).toEqual([201, expect.anything()]);
  const id = numberAt(body, 'ticket.id');
  account.later(() => account.api.delete(`/tickets/${id}`));
  return { id, updatedAt: textAt(body, 'ticket.updated_at') };
}

const whoIsIt: Question = {
  question: 'Which user does a client-credentials token belong to?',
  assumed: 'whichever it is: /users/me is compared with the seat that is expected',
  async ask({ api }) {
    const { status, body } = await api.get('/users/me');
    expect(status).toBe(200);
    // Without credentials the id is null: that is how a token that doesn't work is told from one that does.
    expect(at(body, 'user.id')).toEqual(expect.any(Number));
    return `${textAt(body, 'user.role')} "${textAt(body, 'user.name')}"`;
  },
};

const tagsOfOneTicket: Question = {
  question: 'Do additional_tags and remove_tags work on a PUT of one ticket?',
  assumed: 'not relied on: the whole list goes out as tags, under safe_update',
  async ask(account) {
    const { id } = await ownTicket(account);
    const { status, body } = await account.api.put(`/tickets/${id}`, {
      ticket: { additional_tags: ['added'], remove_tags: [account.mark] },
    });
    const whole = await account.api.put(`/tickets/${id}`, { ticket: { tags: ['whole', 'list'] } });
    expect([...listAt(whole.body, 'ticket.tags')].sort()).toEqual(['list', 'whole']);
    return status === 200 ? `200, tags ${JSON.stringify(at(body, 'ticket.tags'))}` : `${status}`;
  },
};

const conflictBody: Question = {
  question: 'What is the body of a 409 under safe_update?',
  assumed: 'any body: the status 409 alone means plan again',
  async ask(account) {
    const { id, updatedAt } = await ownTicket(account);
    const before = new Date(Date.parse(updatedAt) - 60_000).toISOString().replace('.000', '');
    const { status, body } = await account.api.put(`/tickets/${id}`, {
      ticket: { priority: 'high', safe_update: true, updated_stamp: before },
    });
    expect(status).toBe(409);
    const { body: after } = await account.api.get(`/tickets/${id}`);
    expect(at(after, 'ticket.priority')).toBeNull();
    return JSON.stringify(body);
  },
};

const safeUpdateFalse: Question = {
  question: 'Does safe_update: false act like true?',
  assumed: 'it is left out, which turns it off',
  async ask(account) {
    const { id } = await ownTicket(account);
    const stale = { safe_update: false, updated_stamp: '2020-01-01T00:00:00Z' };
    const told = await account.api.put(`/tickets/${id}`, { ticket: { priority: 'low', ...stale } });
    const leftOut = await account.api.put(`/tickets/${id}`, { ticket: { priority: 'high' } });
    expect(leftOut.status).toBe(200);
    return `${told.status}`;
  },
};

/** How often a fresh write is read back. */
const READS = 5;

const readsBack: Question = {
  question: 'Does a PUT read back at once?',
  assumed: 'perhaps not: a ticket older than the webhook says is read again a second later',
  async ask(account) {
    const { id } = await ownTicket(account);
    let late = 0;
    for (let turn = 0; turn < READS; turn++) {
      const tag = `read_${turn}`;
      const written = await account.api.put(`/tickets/${id}`, { ticket: { tags: [tag] } });
      const stamp = Date.parse(textAt(written.body, 'ticket.updated_at'));
      const read = async () => (await account.api.get(`/tickets/${id}`)).body;
      const first = await read();
      if (listAt(first, 'ticket.tags')[0] !== tag) late += 1;
      // Relied on: it comes in the end, and its stamp isn't older than what the write said.
      await expect.poll(async () => listAt(await read(), 'ticket.tags')).toEqual([tag]);
      expect(Date.parse(textAt(await read(), 'ticket.updated_at'))).toBeGreaterThanOrEqual(stamp);
    }
    return late === 0 ? `at once, ${READS} of ${READS} times` : `late ${late} of ${READS} times`;
  },
};

const auditScope: Question = {
  question: 'Does tickets:read reach the audits of a ticket?',
  assumed: "no: the service's client asks for the global read",
  async ask(account) {
    const { id } = await ownTicket(account);
    const global = await account.withScope('read tickets:write');
    expect((await global.get(`/tickets/${id}/audits`)).status).toBe(200);
    const narrow = await account.withScope('tickets:read');
    return `${(await narrow.get(`/tickets/${id}/audits`)).status}`;
  },
};

const recentExport: Question = {
  question: 'What does an export give whose start_time is less than a minute ago?',
  assumed: 'never asked for',
  async ask({ api }) {
    const start = Math.floor(Date.now() / 1000) - 10;
    const { status, body } = await api.get(`/incremental/tickets/cursor?start_time=${start}`);
    return status === 200 ? '200' : `${status} ${JSON.stringify(body)}`;
  },
};

const messaging: Question = {
  question: 'In messaging, are agent replies Comment audits, and do API comments reach the chat?',
  assumed: 'neither: nothing is sent by itself into a messaging conversation',
  ask: async () => 'not asked',
  unasked: 'needs a conversation held by a person in a messaging widget, which no API starts',
};

export const TICKET_QUESTIONS: readonly Question[] = [
  whoIsIt,
  tagsOfOneTicket,
  conflictBody,
  safeUpdateFalse,
  readsBack,
  auditScope,
  recentExport,
  messaging,
];
