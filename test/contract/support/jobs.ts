import { vi } from 'vitest';
import type { Client } from './client.ts';
import { at, textAt } from './read.ts';

/** Jobs run one after the other, so a full queue takes a while. */
const LONGEST_MS = 60_000;

/** The status of a job, given the reply that named it, once it is done. */
export async function finishedJob(api: Client, queued: unknown): Promise<unknown> {
  const path = `/job_statuses/${textAt(queued, 'job_status.id')}`;
  return await vi.waitFor(async () => {
    const { body } = await api.get(path);
    if (!['completed', 'failed'].includes(textAt(body, 'job_status.status')))
      throw new Error('still at work');
    return { job_status: at(body, 'job_status') };
  }, LONGEST_MS);
}
