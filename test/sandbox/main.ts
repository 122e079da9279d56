import { once } from 'node:events';
import { type CliOptions, readArguments, USAGE, UsageError } from './cli.ts';
import type { CheckedApp } from './cli-apps.ts';
import { faultLine } from './packages/index.ts';
import { startSandbox } from './start.ts';

const EXIT_USAGE = 2;

try {
  const options = readArguments(process.argv.slice(2));
  if (options.check) process.exitCode = report(options.apps);
  else await run(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = error instanceof UsageError ? EXIT_USAGE : 1;
}

async function run({ sandbox: options, json, notes }: CliOptions): Promise<void> {
  for (const note of notes) process.stderr.write(`${note}\n`);
  const stopping = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const sandbox = await startSandbox(options);
  const { url, agentUrl, clientId, clientSecret } = sandbox;
  if (json) process.stdout.write(`${JSON.stringify({ url, agentUrl, clientId, clientSecret })}\n`);
  else
    process.stdout.write(
      `Sandbox account at ${url}\nAgent workspace   ${agentUrl}\nOAuth client      ${clientId} ${clientSecret}\nCtrl-C stops it.\n`,
    );
  await stopping;
  await sandbox.stop();
}

/** Prints what each app's package has wrong; 1 if Zendesk would refuse one of them, else 0. */
function report(apps: readonly CheckedApp[]): number {
  for (const { path, faults } of apps) {
    process.stdout.write(`${path}: ${faults.length === 0 ? 'no faults' : `${faults.length} to look at`}\n`);
    for (const fault of faults) process.stdout.write(`  ${faultLine(fault)}\n`);
  }
  return apps.some(({ faults }) => faults.some((it) => it.severity === 'error')) ? 1 : 0;
}
