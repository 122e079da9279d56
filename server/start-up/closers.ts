import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';

export interface Closers {
  add(close: () => Promise<void>): void;
  /** Closes what was added, the last first, also where some of it fails; goes on past what takes too long. */
  closeAll(): Promise<void>;
}

/** For everything together; whoever asked for the stop waits for 10 s. */
const WITHIN_MS = 9_000;

type End = 'closed' | 'late';

async function inTime(closing: Promise<void>, ms: number): Promise<End> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<End>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([closing.then((): End => 'closed'), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What was started, to be stopped in the opposite order, also where a later start fails. */
export function createClosers(log: Logger): Closers {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (close) => closers.push(close),
    closeAll: async () => {
      const end = performance.now() + WITHIN_MS;
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          const left = Math.max(100, end - performance.now());
          if ((await inTime(close(), left)) === 'late') log.error('something did not stop in time');
        } catch (error) {
          log.error({ error: describeError(error) }, 'something did not stop cleanly');
        }
      }
    },
  };
}
