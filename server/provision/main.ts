import { readConfig } from '../config.ts';
import { createZendesk } from '../zendesk/index.ts';
import { readArguments } from './arguments.ts';
import { LANGUAGES, languageOf } from './definition/language.ts';
import { promisesOf } from './definition/promises.ts';
import { runDoctor } from './doctor/command.ts';
import { readGeneralPolicy } from './general-policy.ts';
import { shareBeside } from './rate-share.ts';
import { runRemove } from './remove/run-remove.ts';
import { runProvision } from './run.ts';
import { systemTerminal } from './terminal.ts';

/** Provisioning needs more than the service does: it makes fields, macros, triggers, views and a webhook. */
const SCOPE = 'read write';

/** What Zendesk asks to wait for is waited for: nobody sits at the other end of a call. */
const MAX_WAIT_MS = 10 * 60_000;

async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if (!args.ok) return complain(args.message, 2);
  const read = readConfig();
  if (!read.ok) return complain(read.faults.map(({ name, message }) => `${name} ${message}`).join('\n'), 2);
  if (args.value.command === 'doctor') {
    const { json, language } = args.value;
    return runDoctor({ config: read.config, json, language, terminal: systemTerminal });
  }
  const { zendesk, provisionClient, publicUrl, policy: policyFiles, appSecrets, rateShare } = read.config;

  const { baseUrl } = zendesk;
  const sharePercent = shareBeside(rateShare);
  const own = createZendesk({
    ...provisionClient,
    baseUrl,
    scope: SCOPE,
    sharePercent,
    maxWaitMs: MAX_WAIT_MS,
  });
  if (args.value.command === 'remove') return runRemove(own.rest, args.value, systemTerminal);
  const [me, service, policy] = await Promise.all([
    own.port.me(),
    createZendesk(zendesk).port.me(),
    readGeneralPolicy(policyFiles),
  ]);
  const settings = {
    publicUrl,
    company: policy.company,
    promises: promisesOf(policy),
    serviceUserId: service.id,
    language: args.value.language ?? languageOf(me.locale) ?? LANGUAGES[0],
    resetTexts: args.value.resetTexts,
    force: args.value.force,
    appSecret: appSecrets[0],
  };
  return runProvision(own.rest, args.value, { settings, terminal: systemTerminal });
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error instanceof Error ? error.message : String(error), 1);
}
