import { once } from 'node:events';
import { readArguments, USAGE, UsageError } from './cli.ts';
import { startSandbox } from './start.ts';

const EXIT_USAGE = 2;

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = error instanceof UsageError ? EXIT_USAGE : 1;
}

async function run(): Promise<void> {
  const { sandbox: options, json } = readArguments(process.argv.slice(2));
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
