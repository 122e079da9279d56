import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** A process that the bench has started. */
export interface Child {
  readonly process: ChildProcess;
  /** The next message that it sends. Rejects where it ends instead. */
  told<T>(schema: z.ZodType<T>): Promise<T>;
  /** Asks it to end as its kind does, and waits until it has. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Compiled once, a process is there in half the time; where `npm start` keeps it too. */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/complaint-clock', import.meta.url));

/** @param program a file, from this folder */
export function startChild(
  program: string,
  args: readonly string[],
  { env = process.env, ...options }: ForkOptions = {},
): Child {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...env, NODE_COMPILE_CACHE: COMPILED },
    ...options,
  });
  const ended = once(child, 'exit');
  return {
    process: child,
    told: async (schema) => {
      const told = await Promise.race([
        once(child, 'message').then(([message]) => ({ message })),
        ended.then(([code, signal]) => {
          throw new Error(`${program} ended with ${code ?? signal} before it had answered`);
        }),
      ]);
      return schema.parse(told.message);
    },
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (signal) child.kill(signal);
      else child.disconnect();
      await ended;
    },
  };
}
