import { fromKysely, type Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { z } from 'zod';
import { describeError } from '../describe-error.ts';
import type { LedgerTx } from '../ledger/index.ts';

export interface QueueOptions {
  readonly databaseUrl: string;
  /** Looks at the same time in this process. */
  readonly concurrency: number;
  /** A job whose process died is taken back after this long and one supervision; at least 10. */
  readonly heartbeatSeconds: number;
  readonly superviseSeconds: number;
  readonly log: Logger;
}

/** A ticket's turn to be looked at, held by this process. */
export interface Claim {
  readonly ticketId: number;
  /** Aborted when the claim is lost or the service stops. */
  readonly signal: AbortSignal;
  /** Ends the job in the transaction of its result. Rejects with ClaimLost where somebody else has it by now. */
  complete(tx: LedgerTx): Promise<void>;
}

export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

export interface Queue {
  /** Queues the tickets that are not queued or being looked at already. */
  add(ticketIds: readonly number[]): Promise<void>;
  start(work: (claim: Claim) => Promise<void>): Promise<void>;
  /** Lets looks under way finish for up to `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

const NAME = 'look';
const HOUR = 3_600;
const payload = z.object({ ticketId: z.int() });
const response = z.object({ affected: z.number() });

function createBoss({ databaseUrl, concurrency, superviseSeconds, log }: QueueOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'complaint-clock-jobs',
    max: concurrency + 3,
    useListenNotify: true,
    schedule: false,
    // Both, for each alone would leave the job of a killed process lying for a minute.
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: HOUR,
  });
  boss.on('error', (error) =>
    log.error({ error: describeError(error) }, 'job queue: a background step failed'),
  );
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'job queue warning'));
  return boss;
}

function claimOf(boss: PgBoss, job: Job<object>): Claim {
  // pg-boss knows the attempt by its retry count, which its types keep to jobs with metadata.
  const attempt = { id: job.id, retryCount: job.retryCount };
  return {
    ticketId: payload.parse(job.data).ticketId,
    signal: job.signal,
    complete: async (tx) => {
      const done = await boss.complete(NAME, attempt, null, { db: fromKysely(tx.withoutPlugins()) });
      if (response.parse(done).affected !== 1) throw new ClaimLost('The job was given to another process');
    },
  };
}

/** pg-boss, one job for each ticket: queued or active at most once, never retried by the queue itself. */
export function createQueue(options: QueueOptions): Queue {
  const boss = createBoss(options);
  const settings = {
    retryLimit: 0,
    heartbeatSeconds: options.heartbeatSeconds,
    expireInSeconds: 300,
    retentionSeconds: HOUR,
    deleteAfterSeconds: HOUR,
    notify: true,
  };

  const addWorker = async (work: (claim: Claim) => Promise<void>): Promise<void> => {
    const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
    const id = await boss.work<object>(NAME, polling, async ([job]) => {
      try {
        if (job) await work(claimOf(boss, job));
      } finally {
        // Fetch again at once: one notice stands for any number of jobs, and this worker has used it up.
        boss.notifyWorker(id);
      }
    });
  };

  return {
    add: async (ticketIds) => {
      const jobs = ticketIds.map((ticketId) => ({ data: { ticketId }, singletonKey: String(ticketId) }));
      if (jobs.length > 0) await boss.insert(NAME, jobs);
    },
    start: async (work) => {
      await boss.start();
      await boss.createQueue(NAME, { policy: 'exclusive', ...settings });
      await boss.updateQueue(NAME, settings);
      for (let worker = 0; worker < options.concurrency; worker += 1) await addWorker(work);
    },
    stop: (timeoutMs) => boss.stop({ graceful: true, timeout: timeoutMs }),
  };
}
