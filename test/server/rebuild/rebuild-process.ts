import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PROCESS_ENV } from '../../support/process.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** `npm run rebuild` as it is typed: npm, and below it the command. */
export interface RebuildProcess {
  /** What it has said so far. */
  told(): string;
  /** Ctrl-C, as a terminal sends it: to npm, the shell below it and the command. */
  interrupt(): void;
  /** Its exit code when it has ended, as a shell counts: 130 for what ends by an interrupt. */
  readonly ended: Promise<number | null>;
}

export function startRebuild(settings: Readonly<Record<string, string>>): RebuildProcess {
  const child = spawn('npm', ['run', '-s', 'rebuild'], {
    cwd: ROOT,
    env: { ...PROCESS_ENV, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      told += String(chunk);
    });
  // The command ends with 130 itself; the shell between it and npm, and npm, pass the signal on.
  const ended = once(child, 'close').then(() => (child.signalCode === 'SIGINT' ? 130 : child.exitCode));
  return {
    told: () => told,
    interrupt: () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    },
    ended,
  };
}
