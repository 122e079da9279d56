import { type CliOptions, readArguments, USAGE, UsageError } from './cli.ts';
import type { CheckedApp } from './cli-apps.ts';
import { faultLine } from './packages/index.ts';
import { startSandbox } from './start.ts';

/** What the command needs of its process. */
export interface SandboxProcess {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves when the process is told to stop; asked for before the start, which takes a while. */
  readonly stopping: () => Promise<unknown>;
}

const EXIT_USAGE = 2;

/**
 * Starts an account and runs it until it is told to stop, or only checks apps. Answers the exit code: 2 for what was
 * typed wrong, 1 where an app or the port can't be used. Never rejects.
 */
export async function sandboxCommand(argv: readonly string[], process: SandboxProcess): Promise<number> {
  try {
    const options = readArguments(argv);
    if (options.check) return report(options.apps, process);
    await run(options, process);
    return 0;
  } catch (error) {
    process.err(`${error instanceof Error ? error.message : String(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.err(`${USAGE}\n`);
    return EXIT_USAGE;
  }
}

async function run({ sandbox: options, json, notes }: CliOptions, process: SandboxProcess): Promise<void> {
  for (const note of notes) process.err(`${note}\n`);
  const stopping = process.stopping();
  const sandbox = await startSandbox(options);
  const { url, agentUrl, clientId, clientSecret } = sandbox;
  if (json) process.out(`${JSON.stringify({ url, agentUrl, clientId, clientSecret })}\n`);
  else
    process.out(
      `Sandbox account at ${url}\nAgent workspace   ${agentUrl}\nOAuth client      ${clientId} ${clientSecret}\nCtrl-C stops it.\n`,
    );
  await stopping;
  await sandbox.stop();
}

/** Prints what each app's package has wrong; 1 if Zendesk would refuse one of them, else 0. */
function report(apps: readonly CheckedApp[], { out }: SandboxProcess): number {
  for (const { path, faults } of apps) {
    out(`${path}: ${faults.length === 0 ? 'no faults' : `${faults.length} to look at`}\n`);
    for (const fault of faults) out(`  ${faultLine(fault)}\n`);
  }
  return apps.some(({ faults }) => faults.some((it) => it.severity === 'error')) ? 1 : 0;
}
