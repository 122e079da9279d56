import { randomBytes } from 'node:crypto';
import type { Account } from '../account/account.ts';
import type { JobRecord } from '../account/records.ts';
import { Fault, tooManyJobs } from '../fault.ts';
import { apiUrl } from '../present/url.ts';
import { ok, type Reply } from './route.ts';

/** So many jobs may wait or run at once. */
const MOST_JOBS = 30;
/** A job takes so long at least, in real milliseconds: clients must wait for it, as they must with Zendesk. */
const JOB_MS = 50;

/** One thing a job does: answers its line of the results. */
export type JobStep = () => Record<string, unknown>;

export interface JobQueue {
  /** Puts a job in the queue and answers its status. @throws Fault 429 when too many wait */
  add(jobType: string, steps: readonly JobStep[]): Reply;
}

/** Jobs run one after the other, each a moment after the reply that named it. */
export function createJobQueue(account: Account): JobQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    add(jobType, steps) {
      const open = [...account.jobs.values()].filter(
        (job) => job.status === 'queued' || job.status === 'working',
      );
      if (open.length >= MOST_JOBS) throw tooManyJobs();
      const job: JobRecord = {
        id: `V3-${randomBytes(16).toString('hex')}`,
        job_type: jobType,
        total: steps.length,
        progress: 0,
        status: 'queued',
        message: null,
        results: [],
      };
      account.jobs.set(job.id, job);
      last = last.then(() => run(account, job, steps));
      return ok({ job_status: presentJob(account, job) });
    },
  };
}

async function run(account: Account, job: JobRecord, steps: readonly JobStep[]): Promise<void> {
  await new Promise<void>((resolve) => void setTimeout(resolve, JOB_MS).unref());
  job.status = 'working';
  try {
    for (const step of steps) {
      job.results.push(step());
      job.progress += 1;
    }
  } catch (error) {
    // A defect of the sandbox: the job says so, and the jobs behind it go on.
    job.status = 'failed';
    job.message = `The sandbox failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    return;
  }
  job.status = 'completed';
  job.message = `Completed at ${account.stamp().replace('T', ' ').replace('Z', ' +0000')}`;
  account.outbox.flush();
}

/** Does one thing of a job; a refusal becomes its line of the results. */
export function lineOf(id: number, action: string, act: () => void): Record<string, unknown> {
  try {
    act();
    return { id, action, success: true, status: `${action.charAt(0).toUpperCase()}${action.slice(1)}d` };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { error: name } = error.body;
    return {
      id,
      action,
      success: false,
      status: 'Failed',
      error: typeof name === 'string' ? name : 'RecordInvalid',
      details: JSON.stringify(error.body.details ?? error.body.description ?? error.body),
    };
  }
}

/** Until a job is done it tells neither progress nor results. */
export function presentJob(account: Account, job: JobRecord): Record<string, unknown> {
  const done = job.status === 'completed' || job.status === 'failed';
  return {
    ...job,
    url: apiUrl(account, `job_statuses/${job.id}`),
    progress: job.status === 'queued' ? null : job.progress,
    results: done ? job.results : null,
  };
}
