import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../demo/free-port.ts';
import { until } from '../../../demo/until.ts';
import { PROCESS_ENV } from '../../../support/process.ts';

const MAIN = fileURLToPath(new URL('../../../../server/main.ts', import.meta.url));

/** The service as it is run in earnest: a process of its own, on the machine's clock. */
export interface ServiceProcess {
  readonly url: string;
  /** What it has logged so far. */
  log(): string;
  isRunning(): boolean;
  /** Ends it without a word. */
  kill(): Promise<void>;
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Starts the process with these settings and nothing else of the environment; resolves when it is ready. */
export async function startProcess(settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [MAIN], {
    env: { ...PROCESS_ENV, HOST: '127.0.0.1', ...settings, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      log += String(chunk);
    });
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (!hasEnded(child)) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  await until('the service is ready', async () => {
    if (hasEnded(child)) throw new Error(`the service did not start:\n${log}`);
    return fetch(`${url}/readyz`).then(
      ({ status }) => (status === 200 ? true : undefined),
      () => undefined,
    );
  });
  return {
    url,
    log: () => log,
    isRunning: () => !hasEnded(child),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
