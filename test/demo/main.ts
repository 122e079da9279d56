import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { fillLedger } from '../support/history/fill.ts';
import { type Demo, startDemo } from './demo.ts';
import { pastCases } from './history/past.ts';
import { createLines } from './lines.ts';
import { playOnce } from './once.ts';

const USAGE = `Usage: npm run demo [-- --port 4000] [--latency 50]     a Zendesk account to try, with everything running
       npm run -s demo -- --once                        plays one case without a person, and ends
`;

interface Options {
  readonly once: boolean;
  readonly port: number;
  readonly latencyMs: number;
}

function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        once: { type: 'boolean' },
        port: { type: 'string' },
        latency: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return '';
    const [port, latencyMs] = [Number(values.port ?? (values.once ? 0 : 4000)), Number(values.latency ?? 50)];
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return `--port takes a number from 0 to 65535, not "${values.port}"`;
    if (!Number.isInteger(latencyMs) || latencyMs < 0)
      return `--latency takes milliseconds, not "${values.latency}"`;
    return { once: values.once ?? false, port, latencyMs };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Ctrl-C, or the end of the terminal. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** A year of complaints that are over, with nothing left to do: the leads' page has something to tell. Their tickets are not there. */
async function tellPast({ config, sandbox }: Demo): Promise<void> {
  const past = pastCases({
    now: sandbox.clock.now(),
    perMonth: 60,
    staff: [1002, 1003, 1004],
    sites: [601, 602, 603, 604],
  });
  const over = past.filter(({ row }) => row.closedAt !== null && row.marks.length === 0);
  await fillLedger(config.databaseUrl ?? '', over);
}

async function watch(demo: Demo, stop: Promise<void>): Promise<void> {
  say('');
  say(`  Agent workspace   ${demo.sandbox.agentUrl}`);
  say(`  Service           ${demo.service.url}`);
  say('');
  say('Open ticket 101 and choose "Record". The clock is moved in the workspace. Ctrl-C stops everything.');
  say('For the page of the team leads be Priya Shah, and choose Complaint Clock on the left.');
  await stop;
  say('stopping');
}

async function run(options: Options): Promise<void> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  // From the start, so that Ctrl-C while the parts are starting stops them once they have.
  const stop = interrupted();
  let demo: Demo | undefined;
  const lines = createLines(() => {
    if (!demo) throw new Error('a ticket was looked at before the demo had started');
    return demo;
  });
  demo = await startDemo({
    ...options,
    log,
    onStart: (what) => say(`… ${what}`),
    onStep: (step) => lines(step).forEach(say),
  });
  try {
    if (options.once) {
      const stopped = stop.then(() => Promise.reject(new Error('interrupted')));
      say(JSON.stringify(await Promise.race([playOnce(demo, say), stopped])));
    } else {
      await tellPast(demo);
      await watch(demo, stop);
    }
  } finally {
    await demo.stop();
  }
}

function describe(error: unknown, { port }: Options): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `port ${port} is taken: choose another, e.g. npm run demo -- --port ${port + 1}`;
  }
  return error instanceof Error ? error.message : String(error);
}

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(options ? `${options}\n\n${USAGE}` : USAGE);
  process.exitCode = options ? 2 : 0;
} else {
  await run(options).catch((error: unknown) => {
    process.stderr.write(`${describe(error, options)}\n`);
    process.exitCode = 1;
  });
}
