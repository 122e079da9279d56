import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { until } from '../../demo/until.ts';
import { type Child, startChild } from './child.ts';

export interface BenchService extends Child {
  readonly url: string;
  readonly port: number;
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyMs: number;
}

const MAIN = '../../../server/main.ts';

interface ServiceOptions {
  readonly settings: Readonly<Record<string, string>>;
  /** Another program than the service's own, from this folder. */
  readonly program?: string;
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
}

const manifest = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` tells Node, which bounds its memory. */
async function flagsOfStart(): Promise<string[]> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return manifest
    .parse(JSON.parse(text))
    .scripts.start.split(' ')
    .filter((word) => word.startsWith('--'));
}

async function isReady(url: string): Promise<true | undefined> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer?.status === 200 || undefined;
}

/** The service in a process of its own, as `npm start` runs it, once it says that it is ready. */
export async function startBenchService({
  settings,
  program = MAIN,
  args = [],
  execArgv = [],
}: ServiceOptions): Promise<BenchService> {
  const { PATH = '', HOME = '' } = process.env;
  const flags = await flagsOfStart();
  const begun = performance.now();
  const child = startChild(program, args, {
    env: { PATH, HOME, ...settings },
    execArgv: [...flags, ...execArgv],
  });
  const url = `http://127.0.0.1:${settings.PORT}`;
  try {
    await until('the service is ready', () => isReady(url), 60_000);
  } catch (error) {
    await child.end('SIGKILL');
    throw error;
  }
  const readyMs = performance.now() - begun;
  return {
    ...child,
    url,
    port: Number(settings.PORT),
    readyMs,
    end: (signal = 'SIGTERM') => child.end(signal),
  };
}
