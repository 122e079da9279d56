import { z } from 'zod';
import { ticketShape, userShape } from './shapes.ts';
import { type Job, jobShape } from './shapes-set-up.ts';

export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** The calls that change the account. */
export function createWrites(call: Call) {
  const ticketOf = (reply: unknown) => z.object({ ticket: ticketShape }).parse(reply).ticket;
  const jobOf = async (reply: Promise<unknown>) =>
    await finished(call, jobShape.parse(await reply).job_status);
  return {
    updateTicket: async (id: number, ticket: Record<string, unknown>) =>
      ticketOf(await call('PUT', `/api/v2/tickets/${id}.json`, { ticket })),
    createTicket: async (ticket: Record<string, unknown>) =>
      ticketOf(await call('POST', '/api/v2/tickets.json', { ticket })),
    deleteTicket: async (id: number) => {
      await call('DELETE', `/api/v2/tickets/${id}.json`);
    },
    updateMany: (ids: readonly number[], ticket: Record<string, unknown>) =>
      jobOf(call('PUT', `/api/v2/tickets/update_many.json?ids=${ids.join(',')}`, { ticket })),
    deleteMany: (ids: readonly number[]) =>
      jobOf(call('DELETE', `/api/v2/tickets/destroy_many.json?ids=${ids.join(',')}`)),
    mergeInto: (target: number, merge: Record<string, unknown>) =>
      jobOf(call('POST', `/api/v2/tickets/${target}/merge.json`, merge)),
    createUser: async (user: Record<string, unknown>) =>
      z.object({ user: userShape }).parse(await call('POST', '/api/v2/users/create_or_update.json', { user }))
        .user,
    setLocale: async (userId: number, locale: string) =>
      z
        .object({ user: userShape })
        .parse(await call('PUT', `/api/v2/users/${userId}.json`, { user: { locale } })).user,
    deleteUpload: async (token: string) => {
      await call('DELETE', `/api/v2/uploads/${token}.json`);
    },
  };
}

/** How often a job is asked for before the page gives up on it. */
const jobPolls = 50;

/** Follows a job to its end. @throws Error if it fails or doesn't end in time */
async function finished(call: Call, job: Job): Promise<Job> {
  let current = job;
  for (let poll = 0; poll < jobPolls; poll += 1) {
    if (current.status === 'completed') return current;
    if (current.status === 'failed' || current.status === 'killed')
      throw new Error(current.message ?? current.status);
    await new Promise((resolve) => setTimeout(resolve, Math.min(100 * poll, 1000)));
    current = jobShape.parse(await call('GET', `/api/v2/job_statuses/${job.id}.json`)).job_status;
  }
  throw new Error(current.message ?? current.status);
}
